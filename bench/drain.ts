/** Draining a queue to a platform that takes its time: the same requests in a bare loop, and through the outbox. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOutbox } from '@tiemchung/clinic'
import { fileStore } from '@tiemchung/clinic/store/file'
import { memoryStore, type Store } from '@tiemchung/clinic/store/memory'
import type { JsonValue } from '@tiemchung/core'
import { createHttp } from '@tiemchung/http'
import { fullRecord } from 'tiemchung-fixtures/dose-record'
import type { Bench } from './bench.js'

/** Operations of a run, and how many are under way at once: the default of a drain. */
const [operations, concurrency] = [400, 4]
/** What a platform takes for one record, on a good day; the rate is then 200 a second. */
const serverMs = 20
const rounds = 7

async function startServer(): Promise<string> {
  const script = join(import.meta.dirname, 'drain-server.mjs')
  const child = spawn(process.execPath, [script, String(serverMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill())
  const port = await new Promise<string>((resolve) => {
    child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()))
  })
  child.unref()
  ;(child.stdout as unknown as { unref(): void }).unref()
  return `http://127.0.0.1:${port}`
}

const payloads = Array.from(
  { length: operations },
  (_, index) => fullRecord(index) as unknown as JsonValue,
)

type Send = (index: number, payload: JsonValue) => Promise<unknown>

/** The requests alone: as many at once, and nothing written down. */
async function inLoop(send: Send): Promise<void> {
  const queue = [...payloads.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await send(...next)
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
}

function byFetch(address: string): Send {
  return async (index, payload) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': `k-${index}` }
    const body = JSON.stringify(payload)
    const answer = await fetch(`${address}/v1/records/${index}`, { method: 'PUT', headers, body })
    await answer.json()
  }
}

function byHttp(address: string): Send {
  const http = createHttp({ baseUrl: address })
  return (index, body) => http.put(`/v1/records/${index}`, { body, attempts: 1 })
}

/** Queues first, outside of what a day waits for, and drains. */
async function drained(address: string, store: Store): Promise<void> {
  const http = createHttp({ baseUrl: address })
  const outbox = createOutbox({
    store,
    send: async ({ id, subject, payload }) =>
      (await http.put(`/v1/records/${subject}`, {
        body: payload,
        idempotencyKey: id,
        attempts: 1,
      })) as JsonValue,
  })
  await outbox.add(
    payloads.map((payload, index) => ({ kind: 'record', subject: String(index), payload })),
  )
  const { acknowledged } = await outbox.drain({ concurrency })
  if (acknowledged !== operations) throw new Error('not all acknowledged')
}

async function onDisk(address: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-drain-'))
  const store = await fileStore(folder)
  try {
    await drained(address, store)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

/** `clinic-drain`: the floor is what the platform makes everybody wait; what stands above it is ours. */
export async function draining(): Promise<Bench> {
  const address = await startServer()
  return {
    rounds,
    ours: [
      { name: `fetch in a loop, × ${operations}`, run: () => inLoop(byFetch(address)) },
      { name: 'our HTTP client in a loop', run: () => inLoop(byHttp(address)) },
      { name: 'add and drain, store in memory', run: () => drained(address, memoryStore()) },
      { name: 'add and drain, store in a file', run: () => onDisk(address) },
    ],
    peers: [],
  }
}
