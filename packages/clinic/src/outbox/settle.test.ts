import { describe, expect, test } from 'vitest'
import { conflictWith } from './conflict.js'
import type { NewOperation } from './operation.js'
import { added, newNote, office } from './office.fixture.js'

describe('a conflict', () => {
  const theirs = { current: { revision: 7 }, differs: ['lot'] }
  const facts = { ...theirs, failure: { code: 'http.status', retryable: false, status: 409 } }

  async function inConflict(more: Partial<NewOperation> = {}) {
    const test = office(({ subject }) => (subject === 'a' ? conflictWith(facts) : undefined))
    const one = await added(test, newNote('a', more))
    const needy = await added(test, newNote('z', { dependsOn: [one.id] }))
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
      with: newNote('b', { dependsOn: [one.id] }),
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
