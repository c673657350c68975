/** What is sent, what is not, and how long one waits. */
import { SdkError } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/store.js'
import { changeOf, type Operation, outboxCollection } from './operation.js'
import { added, failed, newNote, office } from './office.fixture.js'
import { createOutbox } from './outbox.js'

describe('what was changed behind our back', () => {
  async function tamper({ store }: ReturnType<typeof office>, operation: Operation) {
    await store.write([changeOf({ ...operation, payload: { subject: 'another' } })])
  }

  test('is not sent, says so, and the rest goes on', async () => {
    const test = office()
    const { outbox, sent } = test
    const one = await added(test)
    const needy = await added(test, newNote('b', { dependsOn: [one.id] }))
    await added(test, newNote('c'))
    await tamper(test, one)
    expect(await outbox.drain()).toMatchObject({ altered: 1, acknowledged: 1, waiting: 1 })
    expect(sent.map(({ subject }) => subject)).toEqual(['c'])
    expect(await outbox.get(one.id)).toMatchObject({
      state: 'altered',
      attempts: 0,
      failure: { code: 'clinic.outbox.altered' },
    })
    expect((await outbox.open()).map(({ reason }) => reason)).toEqual(['altered', 'depends-on'])
    expect(await outbox.settle(one.id, { as: 'amend', with: newNote('a') })).toMatchObject({
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
    await test.outbox.add([newNote('a'), newNote('b'), newNote('c')])
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
      await other.add([newNote('b')])
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
    await outbox.add([newNote('a'), newNote('b')])
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
    await outbox.add(Array.from({ length: 50 }, (_, index) => newNote(`${index}`)))
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
    await outbox.add([newNote('a'), newNote('b')])
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
  await test.outbox.add(Array.from({ length: 300 }, (_, index) => newNote(`${index}`)))
  await test.outbox.drain({ untilSettled: true })
  expect(reads).toBeLessThan(8)
})
