import { describe, expect, test } from 'vitest'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/store.js'
import { allOpen } from './close.js'
import { authority, by, context, dose, listedChild, optionsOf, testSigner } from './day.fixture.js'
import type { Day } from './day.js'
import { openDay } from './open-day.js'

const head = { by: 'head-1' }
const reason = 'Mất điện'

type Reading = (collection: string) => boolean

/** A store as one of two machines has it: behind a reading that fits, something happens, so many times. */
function meanwhile(kept: Store, fits: Reading, happens: () => Promise<unknown>, times = 1): Store {
  let left = times
  const after = async () => {
    if (left === 0) return
    left -= 1
    await happens()
  }
  return {
    ...kept,
    all: async (collection) => {
      const documents = await kept.all(collection)
      if (fits(collection)) await after()
      return documents
    },
  }
}

const records: Reading = (collection) => collection === 'record'

/** A platform that takes in what it is sent. */
const received = (request: Request) => {
  const recordId = new URL(request.url).pathname.split('/').at(-1)
  const receipt = { recordId, serverId: recordId, receivedAt: '2022-05-20T09:00:00Z' }
  return Promise.resolve(Response.json({ ...receipt, hash: 'a'.repeat(64) }))
}

/** A day with three children, one of them given, on a machine beside the one that closes. */
async function otherMachine(): Promise<{ readonly kept: Store; readonly other: Day }> {
  const kept = memoryStore()
  const other = openDay(optionsOf(kept, received))
  await other.list([0, 1, 2].map((index) => listedChild(index)))
  await other.assess()
  await other.verifyIdentities(authority().verifier, context)
  await other.enter('row-0', dose, by)
  return { kept, other }
}

async function signAndSend(day: Day): Promise<void> {
  await day.sign(await testSigner())
  await day.send()
}

describe('close, while another machine works', () => {
  test.each<[string, (other: Day) => Promise<unknown>, number]>([
    ['enters a dose', (other) => other.enter('row-1', dose, by), 2],
    [
      'lists a child that walked in, and enters its dose',
      async (other) => {
        await other.list([listedChild(3)])
        await other.enter('row-3', dose, by)
      },
      2,
    ],
    ['corrects a dose', (other) => other.correctDose('row-0', { volumeMl: '9' }, by), 1],
    ['signs and sends', signAndSend, 0],
  ])('that %s, keeps what was open when it closed', async (_, act, open) => {
    const { kept, other } = await otherMachine()
    const store = meanwhile(kept, records, () => act(other))
    const outcome = await openDay(optionsOf(store)).close({ ...head, reason })
    const [closing] = await other.closings()
    expect(closing?.open).toEqual(allOpen(await other.report()))
    expect(closing?.open).toEqual(allOpen(outcome.report))
    expect(Object.values(closing?.open ?? {}).reduce((sum, one) => sum + one, 0)).toBe(open)
  })

  test('does not close without a reason over a dose that came while it counted', async () => {
    const { kept, other } = await otherMachine()
    await signAndSend(other)
    const store = meanwhile(kept, records, () => other.enter('row-1', dose, by))
    expect((await other.report()).finished).toBe(true)
    const refused = await openDay(optionsOf(store)).close(head)
    expect(refused).toMatchObject({ closed: false, issue: { params: { open: 1 } } })
    expect(await other.closings()).toEqual([])
  })

  test('an entry that was begun before it and not written is refused, as the day has closed without it', async () => {
    const { kept, other } = await otherMachine()
    let closing: Promise<unknown> | undefined
    const store: Store = {
      ...kept,
      write: async (changes, expected) => {
        closing ??= other.close({ ...head, reason })
        await closing
        return kept.write(changes, expected)
      },
    }
    const late = openDay(optionsOf(store))
    await expect(late.enter('row-1', dose, by)).rejects.toMatchObject({ code: 'clinic.closed' })
    expect((await other.records()).length).toBe(1)
    await late.enter('row-1', dose, { ...by, late: true })
    const [kept1] = await other.closings()
    expect(Object.values(kept1?.open ?? {})).toEqual([1])
  })

  test('one that was cut short while it counted stands in nobody’s way', async () => {
    const { kept, other } = await otherMachine()
    const cut = meanwhile(kept, records, () => Promise.reject(new Error('power cut')))
    await expect(openDay(optionsOf(cut)).close({ ...head, reason })).rejects.toThrow('power cut')
    expect(await other.closings()).toEqual([])
    await other.enter('row-1', dose, by)
    expect(await other.close({ ...head, reason })).toMatchObject({ closed: true })
    expect((await other.report()).closing).toMatchObject({ open: 2 })
  })

  test('closes beside a queue that never rests', async () => {
    const { kept, other } = await otherMachine()
    await other.sign(await testSigner())
    const [operation] = await other.outbox.all()
    if (operation === undefined) throw new Error('nothing is queued')
    let turns = 0
    const turn = async () => {
      turns += 1
      const next = { ...operation, attempts: turns } as never
      await kept.write([{ collection: 'outbox', id: operation.id, value: next }])
    }
    const store = meanwhile(kept, (collection) => collection === 'outbox', turn, 1000)
    const outcome = await openDay(optionsOf(store)).close({ ...head, reason })
    expect(outcome.closed).toBe(true)
    expect(turns).toBeGreaterThan(1)
    expect(turns).toBeLessThan(50)
  })
})
