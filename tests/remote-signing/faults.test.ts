import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FetchLike } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import type { FaultInput } from '@tiemchung/sandbox'
import {
  type CallbackInbox,
  callbackInbox,
  memoryJournal,
  receiveCallback,
  smartCaProfile,
} from '@tiemchung/signer-remote'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  endOf,
  type FlowName,
  freshData,
  holds,
  openSigner,
  operationsOn,
  type Provider,
  startProvider,
} from './provider.fixture.js'

let provider: Provider
beforeAll(async () => {
  provider = await startProvider()
})
beforeEach(() => {
  provider.sandbox.providers.behave({})
  provider.sandbox.faults.clear()
})
afterAll(() => provider.close())

const many = (signer: Signer, data: readonly Uint8Array[], request?: string) =>
  signer.signMany?.(data, request === undefined ? {} : { request }) ?? Promise.resolve([])

/** Where each flow's call stands that makes the provider sign. */
const signCalls: Readonly<Record<string, string>> = {
  'csc-v1': '/providers/csc/v1/signatures/signHash',
  'csc-v2': '/providers/csc/v2/signatures/signHash',
  'csc-v2 deferred': '/providers/csc/v2/signatures/signHash',
  mysign: '/providers/mysign/adss/service/ras/csc/v1/signatures/signHash',
  smartca: '/providers/smartca/sca/sp769/v1/signatures/sign',
  'smartca that repeats': '/providers/smartca/sca/sp769/v1/signatures/sign',
}
const flowsWithCalls = Object.keys(signCalls) as readonly FlowName[]

/** Everything that can happen to the call that makes the provider sign. */
const faults: readonly Omit<FaultInput, 'match'>[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, retryAfterSeconds: 1 },
  { kind: 'drop-after-commit' },
  { kind: 'status-after-commit', status: 503 },
  { kind: 'slow-body', ms: 20 },
  { kind: 'delay', ms: 20 },
]

describe.each(flowsWithCalls)('%s: the call that signs', (flow) => {
  beforeEach(() => {
    // Of a provider whose profile does not say that it answers an id again, the worst is assumed.
    provider.sandbox.providers.behave(flow === 'smartca' ? { repeats: 'begun', afterMs: 5 } : {})
  })

  test.each(faults.map((fault) => [`${fault.kind} ${fault.status ?? ''}`, fault] as const))(
    'meets %s: signed once, or said not to be known',
    async (_, fault) => {
      const signer = await openSigner(provider, flow)
      const data = freshData(2)
      const path = signCalls[flow] ?? ''
      provider.sandbox.faults.add({ ...fault, match: { path } })
      const met = provider.sandbox.faults.met
      const end = await endOf(provider, many(signer, data, `${flow} ${JSON.stringify(fault)}`))
      expect(provider.sandbox.faults.met).toBe(met + 1)
      const used = await operationsOn(provider, data)
      expect(Math.max(...used)).toBeLessThanOrEqual(1)
      const harmless = fault.kind === 'slow-body' || fault.kind === 'delay'
      const repeats = flow.endsWith('repeats') && fault.status !== 429
      const expected = fault.status === 429 ? 'signing.unavailable' : 'signing.unsure'
      expect(end).toBe(harmless || repeats ? 'done' : expected)
      if (end === 'done') expect(used).toEqual([1, 1])
    },
  )

  test('meets a delay that is longer than the patience', async () => {
    const http = { timeouts: { attemptMs: 150 }, retry: { baseMs: 5 } }
    const signer = await openSigner(provider, flow, { http })
    const data = freshData(1)
    const match = { path: signCalls[flow] ?? '' }
    provider.sandbox.faults.add({ match, kind: 'delay', ms: 400 })
    const end = await endOf(provider, many(signer, data))
    expect(end).toBe(flow.endsWith('repeats') ? 'done' : 'signing.unsure')
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(Math.max(...(await operationsOn(provider, data)))).toBeLessThanOrEqual(1)
  })

  test('asked again under the same id after its answer was lost: never signed twice', async () => {
    const journal = memoryJournal()
    const data = freshData(2)
    const match = { path: signCalls[flow] ?? '' }
    provider.sandbox.faults.add({ match, kind: 'drop-after-commit' })
    const ends: string[] = []
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const signer = await openSigner(provider, flow, { journal })
      ends.push(await endOf(provider, many(signer, data, `lost ${flow}`)))
    }
    const [last] = ends.slice(-1)
    expect(last).toBe(flow.endsWith('repeats') ? 'done' : 'signing.unsure')
    expect(Math.max(...(await operationsOn(provider, data)))).toBeLessThanOrEqual(1)
  })

  test('a request id that was used for other data is refused before anything is sent', async () => {
    const signer = await openSigner(provider, flow)
    await many(signer, freshData(1), `reused ${flow}`)
    const data = freshData(1)
    const end = await endOf(provider, many(signer, data, `reused ${flow}`))
    expect(end).toBe('signing.request-reused')
    expect(await operationsOn(provider, data)).toEqual([0])
  })
})

describe('asking for the result', () => {
  const status = '/providers/smartca/sca/sp769/v1/signatures/sign/'
  const polling = '/providers/csc/v2/signatures/signPolling'
  test.each([
    ['smartca', status, { kind: 'status', status: 500, times: 7 }],
    ['smartca', status, { kind: 'drop-after-commit', times: 4 }],
    ['csc-v2 deferred', polling, { kind: 'status', status: 503, times: 7 }],
    ['csc-v2 deferred', polling, { kind: 'drop-after-commit', times: 4 }],
    ['csc-v2 deferred', polling, { kind: 'status', status: 401 }],
  ] as const)('%s survives %s with %o', async (flow, path, fault) => {
    const signer = await openSigner(provider, flow)
    provider.sandbox.faults.add({ ...fault, match: { path } })
    const data = freshData(2)
    expect(await many(signer, data)).toHaveLength(2)
    expect(await operationsOn(provider, data)).toEqual([1, 1])
  })
})

describe.each(['smartca', 'smartca that repeats', 'csc-v2 deferred'] as const)(
  '%s: a crash while somebody is asked',
  (flow) => {
    test('the next process takes it up: one confirmation, one use of the key', async () => {
      provider.sandbox.providers.behave({ person: 'waits' })
      // What tests before have begun and given up.
      provider.sandbox.providers.decide('refuse')
      const data = freshData(3)
      const journal = memoryJournal()
      const request = `crash ${flow}`
      const stop = new AbortController()
      const first = await openSigner(provider, flow, { journal })
      const onEvent = () => setTimeout(() => stop.abort(), 30)
      const asked = first.signMany?.(data, { request, signal: stop.signal, onEvent })
      expect(await endOf(provider, asked ?? Promise.resolve())).toBe('signing.stopped')
      expect(provider.sandbox.providers.waiting()).toHaveLength(1)
      const remembered = flow.endsWith('repeats') ? memoryJournal() : journal
      const second = await openSigner(provider, flow, { journal: remembered })
      const again = many(second, data, request)
      setTimeout(() => provider.sandbox.providers.decide('confirm'), 50)
      const signatures = await again
      expect(await holds(second, data[2], signatures[2])).toBe(true)
      expect(await operationsOn(provider, data)).toEqual([1, 1, 1])
      // And a third finds the same signatures.
      const third = await openSigner(provider, flow, { journal: remembered })
      expect(await many(third, data, request)).toEqual(signatures)
      expect(await operationsOn(provider, data)).toEqual([1, 1, 1])
    })
  },
)

describe('callbacks', () => {
  async function listening(
    inbox: CallbackInbox,
    change: (body: object) => object = (body) => body,
  ) {
    const heard: string[] = []
    const server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      request.on('end', () => {
        const callback = receiveCallback(smartCaProfile, change(JSON.parse(text) as object))
        heard.push(callback.outcome)
        inbox.deliver(callback)
        response.end()
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    return { heard, callback: `http://127.0.0.1:${port}/`, close: () => server.close() }
  }

  /** Counts how often the state was asked for. */
  function counting() {
    let asked = 0
    const fetch: FetchLike = (request: Request) => {
      if (request.url.endsWith('/status')) asked += 1
      return globalThis.fetch(request)
    }
    return { fetch, asked: () => asked }
  }

  test.each([
    ['once', 1, 0],
    ['twice', 2, 0],
    ['lost', 0, 1],
  ] as const)('sent %s', async (callbacks, times, least) => {
    const inbox = callbackInbox()
    const door = await listening(inbox)
    provider.sandbox.providers.behave({ callback: door.callback, callbacks, afterMs: 20 })
    const { fetch, asked } = counting()
    const signer = await openSigner(provider, 'smartca', { inbox, fetch })
    const data = freshData(3)
    const signatures = await many(signer, data)
    expect(await holds(signer, data[0], signatures[0])).toBe(true)
    expect(await operationsOn(provider, data)).toEqual([1, 1, 1])
    expect(asked()).toBeGreaterThanOrEqual(least)
    while (door.heard.length < times) await new Promise((resolve) => setTimeout(resolve, 10))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(door.heard).toEqual(Array.from({ length: times }, () => 'done'))
    door.close()
  })

  test('that say what is not so: a refusal, or signatures over something else', async () => {
    const forgeries = [
      { status_code: 4002, message: 'REJECTED', signed_files: [] },
      { signed_files: [{ doc_id: 'd0', signature_value: 'AAAA' }] },
    ]
    for (const forgery of forgeries) {
      const inbox = callbackInbox()
      const door = await listening(inbox, (body) => ({ ...body, ...forgery }))
      provider.sandbox.providers.behave({ callback: door.callback, afterMs: 20 })
      const signer = await openSigner(provider, 'smartca', { inbox })
      const [data] = freshData(1)
      const signature = await signer.sign(data ?? new Uint8Array())
      expect(await holds(signer, data, signature)).toBe(true)
      door.close()
    }
  })

  test.each([undefined, null, 'text', [], {}, { tran_code: 7 }])('%j is none', (body) => {
    expect(() => receiveCallback(smartCaProfile, body)).toThrow('callback')
  })
})
