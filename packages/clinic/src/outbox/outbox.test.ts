import { HttpError, InputError, isUuid } from '@tiemchung/core'
import { errorCatalogue as httpErrors } from '@tiemchung/http'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorCatalogue } from '../errors.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/store.js'
import { defaultBackoff, waitAfter } from './backoff.js'
import { judgeFailure } from './failure.js'
import type { NewOperation, Operation } from './operation.js'
import { openReason } from './open-reason.js'
import { office } from './office.fixture.js'

const status = (code: number, retryable = false) =>
  new HttpError(httpErrors, 'http.status', { status: code, retryable, requestId: 'r-1' })

const record = (subject: string): NewOperation => ({
  kind: 'record',
  subject,
  payload: { subject },
})
const subjects = (sent: readonly Operation[]) => sent.map((one) => one.subject)

describe('judgeFailure', () => {
  test.each([
    ['400', status(400), 'rejected'],
    ['401, which a new token cures', status(401), 'waiting'],
    ['403', status(403), 'rejected'],
    ['404', status(404), 'rejected'],
    ['408', status(408, true), 'waiting'],
    ['409', status(409), 'conflict'],
    ['422', status(422), 'rejected'],
    ['425', status(425, true), 'waiting'],
    ['409 of a first request that is still at work', status(409, true), 'waiting'],
    ['429', status(429, true), 'waiting'],
    ['500', status(500, true), 'waiting'],
    ['501, which is not to be repeated at once', status(501), 'waiting'],
    ['503', status(503, true), 'waiting'],
    ['no network', new HttpError(httpErrors, 'http.network', { retryable: true }), 'waiting'],
    ['a time-out', new HttpError(httpErrors, 'http.timeout', { retryable: true }), 'waiting'],
    ['an answer of another shape', new HttpError(httpErrors, 'http.schema'), 'waiting'],
    ['no platform at all', new InputError(errorCatalogue, 'clinic.send'), 'waiting'],
    ['a foreign error', new TypeError('Lê Thị Thử'), 'waiting'],
    ['something thrown that is no error', 'Lê Thị Thử', 'waiting'],
  ])('%s', (_, caught, state) => {
    const judged = judgeFailure(caught)
    expect(judged.state).toBe(state)
    expect(JSON.stringify(judged)).not.toContain('Thử')
  })

  test('keeps what support asks for', () => {
    expect(judgeFailure(status(503, true)).failure).toEqual({
      code: 'http.status',
      retryable: true,
      status: 503,
      requestId: 'r-1',
    })
  })
})

test('a wait lies between half and all of what is doubled each time, up to the longest', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.uint8Array({ minLength: 2, maxLength: 2 }),
      (attempts, drawn) => {
        const wait = waitAfter(attempts, defaultBackoff, { bytes: () => drawn })
        const whole = Math.min(120_000, 1000 * 2 ** (attempts - 1))
        expect(wait).toBeGreaterThanOrEqual(whole / 2)
        expect(wait).toBeLessThanOrEqual(whole)
      },
    ),
  )
})

describe('drain', () => {
  test('sends everything once, under the id of the operation, and keeps the acknowledgement', async () => {
    const { outbox, sent } = office(() => ({ receipt: 7 }))
    const added = await outbox.add([record('a'), record('b')])
    expect(await outbox.drain()).toEqual({
      acknowledged: 2,
      waiting: 0,
      rejected: 0,
      conflicts: 0,
      altered: 0,
      settled: 0,
      busy: false,
    })
    expect(sent.map((one) => one.id).sort()).toEqual(added.map((one) => one.id).sort())
    for (const one of sent) expect(isUuid(one.id)).toBe(true)
    expect(await outbox.all()).toMatchObject([
      { state: 'acknowledged', acknowledgement: { receipt: 7 }, attempts: 1 },
      { state: 'acknowledged' },
    ])
    await outbox.drain()
    expect(sent).toHaveLength(2)
  })

  test('an operation goes out after all that it depends on', async () => {
    const { outbox, sent } = office(() => Promise.resolve())
    const [first, second] = await outbox.add([record('a'), record('b')])
    if (first === undefined || second === undefined) throw new Error('two were added')
    const [third] = await outbox.add([{ ...record('c'), dependsOn: [first.id, second.id] }])
    await outbox.add([{ ...record('d'), dependsOn: third === undefined ? [] : [third.id] }])
    await outbox.drain()
    expect(subjects(sent).slice(2)).toEqual(['c', 'd'])
  })

  test.each([
    [400, 'rejected'],
    [409, 'conflict'],
  ])('what depends on a refused operation (%i) stays unsent', async (code, state) => {
    const { outbox, sent } = office(({ subject }) => (subject === 'a' ? status(code) : undefined))
    const [first] = await outbox.add([record('a')])
    await outbox.add([{ ...record('b'), dependsOn: first === undefined ? [] : [first.id] }])
    await outbox.drain({ untilSettled: true })
    expect(subjects(sent)).toEqual(['a'])
    const all = await outbox.all()
    expect(all.map((one) => one.state)).toEqual([state, 'waiting'])
    const rows = await outbox.open()
    expect(rows.map(({ reason }) => reason)).toEqual([state, 'depends-on'])
    for (const { says } of rows) expect([says.vi, says.en]).not.toContain('')
  })

  test('the idempotency key is the same over all attempts', async () => {
    const { outbox, sent, waits } = office((_, attempt) =>
      attempt < 4 ? status(503, true) : undefined,
    )
    await outbox.add([record('a')])
    await outbox.drain({ untilSettled: true })
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map((one) => one.id)).size).toBe(1)
    expect(sent.map((one) => one.attempts)).toEqual([1, 2, 3, 4])
    expect(waits).toHaveLength(3)
  })

  test('without untilSettled it returns with failures still waiting, and keeps to their time', async () => {
    const { outbox, sent, clock } = office((_, attempt) =>
      attempt === 1 ? status(503, true) : undefined,
    )
    await outbox.add([record('a')])
    expect(await outbox.drain()).toMatchObject({ acknowledged: 0, waiting: 1 })
    expect((await outbox.all()).map((one) => openReason(one))).toEqual(['retrying'])
    await outbox.drain()
    expect(sent).toHaveLength(1)
    clock.advance(1000)
    expect(await outbox.drain()).toMatchObject({ acknowledged: 1, waiting: 0 })
  })

  test('an operation that a crash left as sending is sent again under the same id', async () => {
    const store = memoryStore()
    const crashed = office(() => new Promise(() => undefined), store)
    const [operation] = await crashed.outbox.add([record('a')])
    const never = crashed.outbox.drain()
    while (crashed.sent.length === 0) await Promise.resolve()
    expect((await crashed.outbox.all()).map((one) => one.state)).toEqual(['sending'])
    const { outbox, sent } = office(() => undefined, survivorOf(store))
    expect(await outbox.drain()).toMatchObject({ acknowledged: 1 })
    expect(sent.map((one) => one.id)).toEqual([operation?.id])
    expect(sent[0]?.attempts).toBe(2)
    expect(never).toBeInstanceOf(Promise)
  })

  test('one drains at a time; the other is told so and sends nothing', async () => {
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const { outbox, sent } = office(() => gate)
    await outbox.add([record('a')])
    const first = outbox.drain()
    expect(await outbox.drain()).toMatchObject({ busy: true, waiting: 1 })
    open()
    expect(await first).toMatchObject({ busy: false, acknowledged: 1 })
    expect(sent).toHaveLength(1)
    expect(await outbox.drain()).toMatchObject({ busy: false })
  })

  test('no more are under way at once than asked for', async () => {
    let under = 0
    let most = 0
    const { outbox } = office(async () => {
      under += 1
      most = Math.max(most, under)
      await new Promise((resolve) => setImmediate(resolve))
      under -= 1
    })
    await outbox.add(Array.from({ length: 9 }, (_, index) => record(`${index}`)))
    await outbox.drain({ concurrency: 3 })
    expect(most).toBe(3)
  })

  test('tells how far it is', async () => {
    const { outbox } = office(({ subject }) => (subject === 'b' ? status(400) : undefined))
    await outbox.add([record('a'), record('b'), record('c')])
    const seen: string[] = []
    await outbox.drain({
      concurrency: 1,
      onProgress: ({ acknowledged, open, operation }) =>
        seen.push(`${operation.subject} ${acknowledged} ${open}`),
    })
    expect(seen).toEqual(['a 1 2', 'b 1 1', 'c 2 0'])
  })

  test('a signal stops it, lets go of the queue and loses nothing', async () => {
    const stop = new AbortController()
    const { outbox } = office(({ subject }) => {
      if (subject === 'a') stop.abort(new Error('closing'))
    })
    await outbox.add([record('a'), record('b')])
    await expect(outbox.drain({ concurrency: 1, signal: stop.signal })).rejects.toThrow('closing')
    expect((await outbox.all()).map((one) => one.state)).toEqual(['acknowledged', 'waiting'])
    expect(await outbox.drain()).toMatchObject({ busy: false, acknowledged: 2 })
  })
})

describe('retry', () => {
  test('puts refused operations back under their old id, and no others', async () => {
    let refusing = true
    const { outbox, sent } = office(({ subject }) => {
      if (!refusing || subject === 'c') return undefined
      return status(subject === 'a' ? 400 : 409)
    })
    const added = await outbox.add([record('a'), record('b'), record('c')])
    expect(await outbox.drain()).toMatchObject({ acknowledged: 1, rejected: 1, conflicts: 1 })
    refusing = false
    await outbox.retry(added.map((one) => one.id))
    expect((await outbox.all()).map((one) => openReason(one))).toEqual([
      'not-sent-yet',
      'not-sent-yet',
      undefined,
    ])
    expect(await outbox.drain()).toMatchObject({ acknowledged: 3, rejected: 0, conflicts: 0 })
    expect(subjects(sent).sort()).toEqual(['a', 'a', 'b', 'b', 'c'])
    expect(new Set(sent.map((one) => one.id)).size).toBe(3)
  })
})

/** The documents of a store whose process is gone, and with it what it held. */
function survivorOf(store: Store): Store {
  return { ...store, hold: () => Promise.resolve(() => Promise.resolve()) }
}
