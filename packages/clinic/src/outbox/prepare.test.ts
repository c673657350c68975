import type { Uuid } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import type { NewOperation } from './operation.js'
import { newNote, office } from './office.fixture.js'

const idA = '0190aaaa-0000-7000-8000-000000000001' as Uuid
const idB = '0190aaaa-0000-7000-8000-000000000002' as Uuid

describe('prepare', () => {
  test.each<[string, readonly NewOperation[], string]>([
    [
      'two that wait for each other',
      [newNote('a', { id: idA, dependsOn: [idB] }), newNote('b', { id: idB, dependsOn: [idA] })],
      'clinic.outbox.cycle',
    ],
    [
      'one that waits for itself',
      [newNote('a', { id: idA, dependsOn: [idA] })],
      'clinic.outbox.cycle',
    ],
    [
      'one that waits for what nobody knows',
      [newNote('a', { dependsOn: [idB] })],
      'clinic.outbox.dependency',
    ],
    [
      'one id for two',
      [newNote('a', { id: idA }), newNote('b', { id: idA })],
      'clinic.outbox.id-taken',
    ],
  ])('refuses %s', async (_, wanted, code) => {
    const { outbox } = office()
    await expect(outbox.prepare(wanted)).rejects.toMatchObject({ code })
    expect(await outbox.all()).toEqual([])
  })

  test('takes dependencies in the batch, beside it and in the store', async () => {
    const { outbox, sent } = office()
    const [first] = await outbox.add([newNote('a')])
    const beside = await outbox.prepare([newNote('b')])
    const [second] = beside.operations
    const needs = [first, second].map((one) => one?.id as Uuid)
    await expect(outbox.prepare([newNote('c', { dependsOn: needs })])).rejects.toMatchObject({
      code: 'clinic.outbox.dependency',
    })
    const inside = [newNote('d', { dependsOn: [idA] }), newNote('c', { id: idA, dependsOn: needs })]
    const { operations } = await outbox.prepare(inside, beside.operations)
    expect(operations.map(({ subject }) => subject)).toEqual(['d', 'c'])
    expect(sent).toEqual([])
  })

  test('the same operation under the same id is queued once, another is refused', async () => {
    const { outbox } = office()
    await outbox.add([newNote('a', { id: idA })])
    expect(await outbox.add([newNote('a', { id: idA })])).toMatchObject([{ id: idA }])
    expect(await outbox.all()).toHaveLength(1)
    await expect(
      outbox.add([newNote('a', { id: idA, payload: { subject: 'other' } })]),
    ).rejects.toMatchObject({ code: 'clinic.outbox.id-taken' })
  })
})
