/**
 * The station's sender, in a process of its own so that it can be killed: opens the day's store, drains
 * the outbox, says how far it is. Started again, it goes on.
 */
import process from 'node:process'
import { parseInstant } from '@tiemchung/core'
import { createHttp } from '@tiemchung/http'
import { openDesk } from './desk.js'
import { logIn } from './platform.js'

interface WorkerInput {
  readonly out: string
  readonly address: string
  readonly facility: { readonly code: string; readonly canSign: boolean }
  readonly date: string
  readonly at: string
  readonly account: { readonly name: string; readonly password: string }
}

const input = JSON.parse(process.argv[2] ?? '{}') as WorkerInput
const open = createHttp({ baseUrl: input.address })
const http = createHttp({
  baseUrl: input.address,
  tokens: logIn(open, input.account),
  retry: { attempts: 1 },
  timeouts: { attemptMs: 5000, totalMs: 10_000 },
})
const { day, store } = await openDesk({ ...input, at: parseInstant(input.at), http })
const result = await day.send({
  untilSettled: true,
  concurrency: 4,
  onProgress: ({ acknowledged, open: left }) => {
    process.stdout.write(`${JSON.stringify({ acknowledged, open: left })}\n`)
  },
})
await store.close()
process.stdout.write(`${JSON.stringify({ result })}\n`)
