/** What changes the queue, and what is never sent. */
import { HttpError, SdkError, type Uuid } from '@tiemchung/core'
import { errorCatalogue as httpErrors } from '@tiemchung/http'
import { describe, expect, test } from 'vitest'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/store.js'
import { conflictWith } from './conflict.js'
import { changeOf, type NewOperation, type Operation, outboxCollection } from './operation.js'
import { type Answer, office } from './office.fixture.js'
import { createOutbox } from './outbox.js'

const failed = (status: number, more: { retryable?: boolean; retryAfterMs?: number } = {}) =>
  new HttpError(httpErrors, 'http.status', { status, ...more })

const record = (subject: string, more: Partial<NewOperation> = {}): NewOperation => ({
  kind: 'note',
  subject,
  payload: { subject },
  ...more,
})

async function added(test: ReturnType<typeof office>, one = record('a')): Promise<Operation> {
  const [operation] = await test.outbox.add([one])
  if (operation === undefined) throw new Error('one was added')
  return operation
}

const idA = '0190aaaa-0000-7000-8000-000000000001' as Uuid
const idB = '0190aaaa-0000-7000-8000-000000000002' as Uuid

describe('prepare', () => {
  test.each<[string, readonly NewOperation[], string]>([
    [
      'two that wait for each other',
      [record('a', { id: idA, dependsOn: [idB] }), record('b', { id: idB, dependsOn: [idA] })],
      'clinic.outbox.cycle',
    ],
    [
      'one that waits for itself',
      [record('a', { id: idA, dependsOn: [idA] })],
      'clinic.outbox.cycle',
    ],
    [
      'one that waits for what nobody knows',
      [record('a', { dependsOn: [idB] })],
      'clinic.outbox.dependency',
    ],
    [
      'one id for two',
      [record('a', { id: idA }), record('b', { id: idA })],
      'clinic.outbox.id-taken',
    ],
  ])('refuses %s', async (_, wanted, code) => {
    const { outbox } = office()
    await expect(outbox.prepare(wanted)).rejects.toMatchObject({ code })
    expect(await outbox.all()).toEqual([])
  })

  test('takes dependencies in the batch, beside it and in the store', async () => {
    const { outbox, sent } = office()
    const [first] = await outbox.add([record('a')])
    const beside = await outbox.prepare([record('b')])
    const [second] = beside.operations
    const needs = [first, second].map((one) => one?.id as Uuid)
    await expect(outbox.prepare([record('c', { dependsOn: needs })])).rejects.toMatchObject({
      code: 'clinic.outbox.dependency',
    })
    const inside = [record('d', { dependsOn: [idA] }), record('c', { id: idA, dependsOn: needs })]
    const { operations } = await outbox.prepare(inside, beside.operations)
    expect(operations.map(({ subject }) => subject)).toEqual(['d', 'c'])
    expect(sent).toEqual([])
  })

  test('the same operation under the same id is queued once, another is refused', async () => {
    const { outbox } = office()
    await outbox.add([record('a', { id: idA })])
    expect(await outbox.add([record('a', { id: idA })])).toMatchObject([{ id: idA }])
    expect(await outbox.all()).toHaveLength(1)
    await expect(
      outbox.add([record('a', { id: idA, payload: { subject: 'other' } })]),
    ).rejects.toMatchObject({ code: 'clinic.outbox.id-taken' })
  })
})

describe('what was changed behind our back', () => {
  async function tamper({ store }: ReturnType<typeof office>, operation: Operation) {
    await store.write([changeOf({ ...operation, payload: { subject: 'another' } })])
  }

  test('is not sent, says so, and the rest goes on', async () => {
    const test = office()
    const { outbox, sent } = test
    const one = await added(test)
    const needy = await added(test, record('b', { dependsOn: [one.id] }))
    await added(test, record('c'))
    await tamper(test, one)
    expect(await outbox.drain()).toMatchObject({ altered: 1, acknowledged: 1, waiting: 1 })
    expect(sent.map(({ subject }) => subject)).toEqual(['c'])
    expect(await outbox.get(one.id)).toMatchObject({
      state: 'altered',
      attempts: 0,
      failure: { code: 'clinic.outbox.altered' },
    })
    expect((await outbox.open()).map(({ reason }) => reason)).toEqual(['altered', 'depends-on'])
    expect(await outbox.settle(one.id, { as: 'amend', with: record('a') })).toMatchObject({
      state: 'waiting',
    })
    await outbox.drain()
    expect(await outbox.get(needy.id)).toMatchObject({ state: 'acknowledged' })
  })

  test('a payload that is no JSON any more is altered too', async () => {
    const test = office()
    const one = await added(test)
    await test.store.write([changeOf({ ...one, payload: { subject: '\ud800' } })])
    expect(await test.outbox.drain()).toMatchObject({ altered: 1 })
  })

  test('rows of earlier versions, which have no hash, are sent', async () => {
    const test = office()
    const { payloadHash: _, ...old } = await added(test)
    await test.store.write([changeOf(old)])
    expect(await test.outbox.drain()).toMatchObject({ acknowledged: 1 })
  })
})

describe('revise', () => {
  test('one that was never sent changes in place', async () => {
    const test = office()
    const { outbox, sent } = test
    const { id } = await added(test)
    expect(await outbox.revise(id, { subject: 'b' })).toMatchObject({ id, attempts: 0 })
    expect(await outbox.drain()).toMatchObject({ acknowledged: 1 })
    expect(sent.map((one) => one.payload)).toEqual([{ subject: 'b' }])
  })

  test.each<[string, unknown, readonly string[]]>([
    ['acknowledged', undefined, ['acknowledged', 'acknowledged']],
    ['refused', failed(422), ['settled', 'acknowledged']],
    ['failed', failed(503, { retryable: true }), ['acknowledged', 'acknowledged']],
  ])(
    'of one being sent, which is then %s, a next revision goes out after it',
    async (_, answer, states) => {
      let revised: Promise<Operation> | undefined
      const test = office((one, times) => {
        if (one.subject !== 'a' || revised !== undefined) return undefined
        revised = test.outbox.revise(one.id, { subject: 'b' })
        return revised.then(() => (times === 1 ? answer : undefined))
      })
      const { outbox, sent } = test
      const { id } = await added(test)
      await outbox.drain({ untilSettled: true })
      const next = await revised
      expect(next).toMatchObject({ dependsOn: [id], payload: { subject: 'b' } })
      expect(next?.id).not.toBe(id)
      expect((await outbox.all()).map(({ state }) => state)).toEqual(states)
      expect(sent.at(-1)?.id).toBe(next?.id)
      const payloads = new Map(sent.map((one) => [one.id, JSON.stringify(one.payload)]))
      expect([...payloads.values()]).toEqual(['{"subject":"a"}', '{"subject":"b"}'])
    },
  )

  test('what is revised twice is its newest revision', async () => {
    const test = office(() => failed(503, { retryable: true }))
    const { outbox } = test
    const { id } = await added(test)
    await outbox.drain()
    const second = await outbox.revise(id, { subject: 'b' })
    expect(await outbox.revise(id, { subject: 'c' })).toMatchObject({
      id: second.id,
      payload: { subject: 'c' },
    })
    expect(await outbox.all()).toHaveLength(2)
  })

  test('of several at once none is lost', async () => {
    const test = office(() => failed(503, { retryable: true }))
    const { outbox } = test
    const { id } = await added(test)
    await outbox.drain()
    const words = ['b', 'c', 'd', 'e']
    await Promise.all(words.map((subject) => outbox.revise(id, { subject })))
    const all = await outbox.all()
    expect(all).toHaveLength(2)
    expect(words).toContain((all[1]?.payload as { subject: string }).subject)
  })

  test('one that was refused gives way to its revision', async () => {
    const test = office((one) =>
      one.subject === 'a' && test.sent.length === 1 ? failed(422) : undefined,
    )
    const { outbox } = test
    const { id } = await added(test)
    await outbox.drain()
    const next = await outbox.revise(id, { subject: 'b' })
    expect(await outbox.get(id)).toMatchObject({
      state: 'settled',
      settlement: { as: 'revise', operation: next.id },
    })
    expect(await outbox.drain()).toMatchObject({ acknowledged: 1, settled: 1 })
    expect(await outbox.open()).toEqual([])
  })

  test.each<[string, Answer, Partial<NewOperation>, string]>([
    ['an acknowledged one', () => undefined, {}, 'clinic.outbox.closed'],
    ['a signed one', () => failed(503, { retryable: true }), { signed: true }, 'clinic.signed'],
    ['one in conflict', () => failed(409), {}, 'clinic.outbox.conflict'],
  ])('refuses %s', async (_, answer, more, code) => {
    const test = office(answer)
    const { id } = await added(test, record('a', more))
    await test.outbox.drain()
    await expect(test.outbox.revise(id, 1)).rejects.toMatchObject({ code })
  })

  test('refuses what is not there', async () => {
    await expect(office().outbox.revise(idA, 1)).rejects.toMatchObject({
      code: 'clinic.outbox.unknown',
    })
  })
})

describe('a conflict', () => {
  const theirs = { current: { revision: 7 }, differs: ['lot'] }
  const facts = { ...theirs, failure: { code: 'http.status', retryable: false, status: 409 } }

  async function inConflict(more: Partial<NewOperation> = {}) {
    const test = office(({ subject }) => (subject === 'a' ? conflictWith(facts) : undefined))
    const one = await added(test, record('a', more))
    const needy = await added(test, record('z', { dependsOn: [one.id] }))
    await test.outbox.drain()
    return { ...test, one, needy }
  }

  test('keeps what the platform has, and nothing is thrown', async () => {
    const { outbox, one } = await inConflict()
    expect(await outbox.get(one.id)).toMatchObject({ state: 'conflict', ...facts })
  })

  test('theirs can be kept: it is closed, and what depended on it goes out', async () => {
    const { outbox, one, needy } = await inConflict({ signed: true })
    await outbox.settle(one.id, { as: 'keep-theirs', by: 'staff-1' })
    expect(await outbox.get(one.id)).toMatchObject({
      state: 'settled',
      settlement: { as: 'keep-theirs', by: 'staff-1', at: '2022-04-14T02:00:00.000Z' },
      current: { revision: 7 },
    })
    expect(await outbox.drain()).toMatchObject({ acknowledged: 1, settled: 1 })
    expect(await outbox.get(needy.id)).toMatchObject({ state: 'acknowledged' })
  })

  test('it can be amended: what depended on it waits for the amendment', async () => {
    const { outbox, one, sent } = await inConflict()
    const amended = await outbox.settle(one.id, {
      as: 'amend',
      with: record('b', { dependsOn: [one.id] }),
    })
    expect(await outbox.drain()).toMatchObject({ acknowledged: 2, settled: 1 })
    expect(sent.slice(1).map(({ subject }) => subject)).toEqual(['b', 'z'])
    expect(await outbox.get(one.id)).toMatchObject({ settlement: { operation: amended.id } })
  })

  test.each([
    ['an acknowledged one', 'keep-theirs'],
    ['an acknowledged one', 'send-again'],
  ] as const)('there is nothing to settle of %s (%s)', async (_, as) => {
    const test = office()
    const { id } = await added(test)
    await test.outbox.drain()
    await expect(test.outbox.settle(id, { as })).rejects.toMatchObject({
      code: 'clinic.outbox.not-refused',
    })
  })
})

describe('the wait', () => {
  test('a server that asks for some is not asked again before, and its wish has an end', async () => {
    for (const [asked, longest] of [
      [30_000, 30_000],
      [10 ** 9, 3_600_000],
    ] as const) {
      const test = office((_, times) =>
        times === 1 ? failed(429, { retryable: true, retryAfterMs: asked }) : undefined,
      )
      await added(test)
      await test.outbox.drain({ untilSettled: true })
      const waited = test.waits.reduce((sum, wait) => sum + wait, 0)
      expect(waited).toBeGreaterThanOrEqual(longest)
      expect(waited).toBeLessThanOrEqual(longest + 1001)
    }
  })

  test('others go out while one waits', async () => {
    const test = office((one, times) =>
      one.subject === 'a' && times === 1
        ? failed(503, { retryable: true, retryAfterMs: 60_000 })
        : undefined,
    )
    await test.outbox.add([record('a'), record('b'), record('c')])
    await test.outbox.drain({ untilSettled: true, concurrency: 1 })
    expect(test.sent.map(({ subject }) => subject)).toEqual(['a', 'b', 'c', 'a'])
  })

  test('a clock that was set back a day makes nobody wait for a day', async () => {
    const test = office((_, times) => (times === 1 ? failed(503, { retryable: true }) : undefined))
    await added(test)
    await test.outbox.drain()
    test.clock.advance(-86_400_000)
    expect(await test.outbox.drain()).toMatchObject({ acknowledged: 1 })
  })

  test('what others queue while a long one waits goes out before it ends', async () => {
    const store = memoryStore()
    const other = createOutbox({ store, send: () => Promise.reject(new Error('never')) })
    const test = office(async (one, times) => {
      if (one.subject !== 'a' || times > 1) return undefined
      await other.add([record('b')])
      return failed(503, { retryable: true, retryAfterMs: 3_000_000 })
    }, store)
    await added(test)
    await test.outbox.drain({ untilSettled: true })
    expect(test.sent.map(({ subject }) => subject)).toEqual(['a', 'b', 'a'])
    expect(Math.max(...test.waits)).toBeLessThanOrEqual(60_000)
  })
})

describe('two on one store', () => {
  test('what the other has given an end meanwhile stays as it is', async () => {
    const store = memoryStore()
    const test = office(async (one) => {
      const kept = (await store.get(outboxCollection, one.id)) as unknown as Operation
      await store.write([changeOf({ ...kept, state: 'acknowledged', acknowledgement: 'theirs' })])
      return failed(422)
    }, store)
    const { id } = await added(test)
    expect(await test.outbox.drain()).toMatchObject({ acknowledged: 1, rejected: 0 })
    expect(await test.outbox.get(id)).toMatchObject({ acknowledgement: 'theirs' })
  })
})

describe('a store that fails', () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })

  test.each([
    ['before a request leaves', 0, 0],
    ['after the answer has come', 1, 1],
  ])('%s: the drain ends with a code, nothing is lost', async (_, writes, requests) => {
    const kept = memoryStore()
    let left = Number.POSITIVE_INFINITY
    const store: Store = {
      ...kept,
      write: async (...batch) => {
        if (left <= 0) throw full
        left -= 1
        return kept.write(...batch)
      },
    }
    const test = office(undefined, store)
    const { id } = await added(test)
    left = writes
    const ended = await test.outbox.drain().catch((caught: unknown) => caught)
    expect(ended).toBeInstanceOf(SdkError)
    expect(ended).toMatchObject({ code: 'clinic.outbox.not-kept' })
    expect(test.sent).toHaveLength(requests)
    left = Number.POSITIVE_INFINITY
    expect(await test.outbox.drain()).toMatchObject({ busy: false, acknowledged: 1 })
    expect(new Set(test.sent.map((one) => one.id))).toEqual(new Set([id]))
  })
})

describe('drains', () => {
  test('steps through a drain and answers what it left behind', async () => {
    const { outbox } = office()
    await outbox.add([record('a'), record('b')])
    const steps = outbox.drains({ concurrency: 1 })
    const seen: string[] = []
    for (;;) {
      const step = await steps.next()
      if (step.done === true) {
        expect(step.value).toMatchObject({ acknowledged: 2, busy: false })
        break
      }
      seen.push(`${step.value.operation.subject} ${step.value.open}`)
    }
    expect(seen).toEqual(['a 1', 'b 0'])
  })

  test('leaving the loop stops it and lets go of the queue', async () => {
    const { outbox, sent } = office()
    await outbox.add(Array.from({ length: 50 }, (_, index) => record(`${index}`)))
    for await (const step of outbox.drains({ concurrency: 1 })) {
      if (step.operation.subject === '2') break
    }
    expect(sent.length).toBeLessThan(50)
    const all = await outbox.all()
    expect(all.filter(({ state }) => state === 'sending')).toEqual([])
    expect(await outbox.drain()).toMatchObject({ busy: false, acknowledged: 50 })
  })

  test('a failure comes out of the loop', async () => {
    const stop = new AbortController()
    const { outbox } = office(() => stop.abort(new Error('closing')))
    await outbox.add([record('a'), record('b')])
    const loop = async () => {
      for await (const _ of outbox.drains({ concurrency: 1, signal: stop.signal }));
    }
    await expect(loop()).rejects.toThrow('closing')
  })
})

test('an aborted request leaves its operation due at once', async () => {
  const stop = new AbortController()
  const test = office((_, times) => {
    if (times > 1) return undefined
    stop.abort(new Error('closing'))
    return failed(503)
  })
  const { id } = await added(test)
  await expect(test.outbox.drain({ signal: stop.signal })).rejects.toThrow('closing')
  const kept = await test.outbox.get(id)
  expect(kept).toMatchObject({ state: 'waiting', attempts: 1 })
  expect(kept?.notBefore).toBeUndefined()
  expect(await test.outbox.drain()).toMatchObject({ acknowledged: 1 })
})

test('a drain reads the store a few times, however many it sends', async () => {
  const kept = memoryStore()
  let reads = 0
  const store: Store = {
    ...kept,
    all: (collection) => {
      reads += 1
      return kept.all(collection)
    },
  }
  const test = office(
    (_, times) => (times === 1 ? failed(503, { retryable: true }) : undefined),
    store,
  )
  await test.outbox.add(Array.from({ length: 300 }, (_, index) => record(`${index}`)))
  await test.outbox.drain({ untilSettled: true })
  expect(reads).toBeLessThan(8)
})
