import { describe, expect, test } from 'vitest'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/store.js'
import { authority, by, context, dose, listedChild, optionsOf, testSigner } from './day.fixture.js'
import { openDay } from './open-day.js'
import { transact } from './transact.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A store whose answers take a turn, as one that others use at the same time; `cas` false forgets what was read. */
function sharedStore(cas = true): Store {
  const kept = memoryStore()
  return {
    ...kept,
    all: async (collection) => {
      const answer = await kept.all(collection)
      await turn()
      return answer
    },
    get: async (collection, id) => {
      const answer = await kept.get(collection, id)
      await turn()
      return answer
    },
    write: (changes, expected) => kept.write(changes, cas ? expected : []),
  }
}

const rows = Array.from({ length: 8 }, (_, index) => `row-${index}`)

/** Two days on one store: one corrects names while the other judges, matches and sees who is absent. */
async function bothAtOnce(store: Store) {
  const [left, right] = [openDay(optionsOf(store)), openDay(optionsOf(store))]
  await left.list(rows.map((_, index) => listedChild(index)))
  const named = rows.map((key) => left.correct(key, { fullName: 'Trần Văn Mới' }))
  const absent = rows.map((key) => right.attend(key, 'absent'))
  await Promise.all([...named, right.assess(), ...absent])
  await right.verifyIdentities(authority().verifier, context)
  return left.children()
}

describe('two days on one store', () => {
  test('neither undoes what the other did to a child', async () => {
    for (const child of await bothAtOnce(sharedStore())) {
      expect(child.person.fullName).toBe('Trần Văn Mới')
      expect(child.attendance).toBe('absent')
      expect(child.assessment?.status).toBe('eligible')
      expect(child.identity.status).toBe('matched')
    }
  })

  test('a store that does not compare would lose some of it', async () => {
    const children = await bothAtOnce(sharedStore(false))
    const whole = children.filter(
      (one) =>
        one.person.fullName === 'Trần Văn Mới' &&
        one.attendance === 'absent' &&
        one.assessment !== undefined,
    )
    expect(whole.length).toBeLessThan(children.length)
  })

  test('a record that is corrected while another signs is signed as it is kept, or not at all', async () => {
    const store = sharedStore()
    const [left, right] = [openDay(optionsOf(store)), openDay(optionsOf(store))]
    await left.list([listedChild(0)])
    await left.assess()
    await left.verifyIdentities(authority().verifier, context)
    await left.enter('row-0', dose, by)
    const signer = await testSigner()
    const results = await Promise.allSettled([
      left.sign(signer),
      right.correctDose('row-0', { lot: 'FT0521' }, by),
    ])
    const [record] = await left.records()
    const [operation] = await left.outbox.all()
    expect(results[0].status).toBe('fulfilled')
    if (record?.signed === undefined) {
      expect(operation).toBeUndefined()
      expect(record?.record.dose.lot).toBe('FT0521')
      return
    }
    const jws = record.signed.jws as string
    const payload = Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()
    expect(JSON.parse(payload)).toEqual(record.record)
  })

  test('two amendments of one record: one stands, the other is told', async () => {
    const store = sharedStore()
    const [left, right] = [openDay(optionsOf(store)), openDay(optionsOf(store))]
    await left.list([listedChild(0)])
    await left.assess()
    await left.verifyIdentities(authority().verifier, context)
    const { record } = await left.enter('row-0', dose, by)
    await left.sign(await testSigner())
    const why = { reason: 'entry-error', by: 'staff-1' } as const
    const results = await Promise.allSettled([
      left.amend(record.id, { dose: { lot: 'A' } }, why),
      right.amend(record.id, { dose: { lot: 'B' } }, why),
    ])
    const refused = results.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    )
    expect(refused).toEqual(['clinic.signed'])
    expect(await left.records()).toHaveLength(2)
  })
})

describe('transact', () => {
  test('gives up when others always come first, and nothing of it is kept', async () => {
    const store = memoryStore()
    let others = 0
    const work = transact(store, async (transaction) => {
      await transaction.find('child', 'row-0')
      others += 1
      await store.write([{ collection: 'child', id: 'row-0', value: { others } }])
      transaction.keep('child', 'row-0', { ...listedChild(0), identity: { status: 'pending' } })
    })
    await expect(work).rejects.toMatchObject({ code: 'clinic.store.changed' })
    expect(others).toBe(50)
    expect(await store.get('child', 'row-0')).toEqual({ others: 50 })
  })

  test('what is kept unread must not be there yet', async () => {
    const store = memoryStore()
    await store.write([{ collection: 'child', id: 'row-0', value: { kept: true } }])
    const work = transact(store, (transaction) => {
      const child = { ...listedChild(0), identity: { status: 'pending' } } as const
      transaction.keep('child', 'row-0', child)
      return Promise.resolve()
    })
    await expect(work).rejects.toMatchObject({ code: 'clinic.store.changed' })
  })
})
