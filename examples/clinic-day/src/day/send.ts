import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { formatInstant } from '@tiemchung/core'
import type { DrainResult } from '@tiemchung/clinic'
import type { Stage } from './stage.js'

/** What sending came to. */
export interface Sending {
  readonly killedAfter: number
  readonly starts: number
  readonly faultsMet: number
  readonly result: DrainResult
}

/** What goes wrong while the station sends: refused, delayed, answered in trickles, cut after the commit. */
const faults = [
  { kind: 'status', status: 503, times: 12, after: 5, retryAfterSeconds: 0 },
  { kind: 'drop-after-commit', times: 8, after: 20 },
  { kind: 'slow-body', times: 3, after: 60, ms: 200 },
  { kind: 'delay', times: 4, after: 90, ms: 150 },
  { kind: 'drop-after-commit', times: 8, after: 150 },
] as const

interface Line {
  readonly acknowledged?: number
  readonly open?: number
  readonly result?: DrainResult
}

/** Runs the sender once; kills it, without a word, when so many records are acknowledged. */
function runWorker(
  stage: Stage,
  input: object,
  killAfter: number,
): Promise<{ acknowledged: number; result?: DrainResult }> {
  const file = fileURLToPath(new URL('./worker.ts', import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, file, JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let acknowledged = 0
  let result: DrainResult | undefined
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as Line
    acknowledged = line.acknowledged ?? acknowledged
    result = line.result ?? result
    if (line.open !== undefined) stage.progress('send', acknowledged, acknowledged + line.open)
    if (acknowledged >= killAfter) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () =>
      resolve({ acknowledged, ...(result === undefined ? {} : { result }) }),
    )
  })
}

/** Sends a facility's day through the faults; the sender is killed in the middle and started again. */
export async function send(
  stage: Stage,
  facility: { readonly code: string; readonly canSign: boolean },
  at: Date,
  killAfter: number,
): Promise<Sending> {
  const { platform, truth } = stage
  if (Number.isFinite(killAfter)) {
    for (const fault of faults) {
      const match = { method: 'PUT', path: '/v1/records/' }
      await platform.open.post('/_sandbox/faults', { body: { ...fault, match } })
    }
  }
  const input = {
    out: stage.out,
    address: platform.address,
    facility,
    date: truth.day,
    at: formatInstant(at),
    account: platform.credentials(`staff.${facility.code}`),
  }
  let run = await runWorker(stage, input, killAfter)
  const killedAfter = run.result === undefined ? run.acknowledged : 0
  let starts = 1
  while (run.result === undefined && starts < 3) {
    starts += 1
    run = await runWorker(stage, input, Number.POSITIVE_INFINITY)
  }
  if (run.result === undefined) throw new Error('the sender did not come to an end')
  const { met } = (await platform.open.delete('/_sandbox/faults')) as { met: number }
  return { killedAfter, starts, faultsMet: met, result: run.result }
}
