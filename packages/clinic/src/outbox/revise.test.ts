import type { Uuid } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import type { NewOperation, Operation } from './operation.js'
import { added, type Answer, failed, newNote, office } from './office.fixture.js'

const idA = '0190aaaa-0000-7000-8000-000000000001' as Uuid

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
    const { id } = await added(test, newNote('a', more))
    await test.outbox.drain()
    await expect(test.outbox.revise(id, 1)).rejects.toMatchObject({ code })
  })

  test('refuses what is not there', async () => {
    await expect(office().outbox.revise(idA, 1)).rejects.toMatchObject({
      code: 'clinic.outbox.unknown',
    })
  })
})
