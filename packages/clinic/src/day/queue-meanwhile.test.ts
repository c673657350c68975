import { expect, test } from 'vitest'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/store.js'
import { authority, by, context, dose, listedChild, optionsOf, testSigner } from './day.fixture.js'
import type { Day } from './day.js'
import { openDay } from './open-day.js'

/** A store behind whose first reading of all records something happens. */
function meanwhile(kept: Store, happens: () => Promise<unknown>): Store {
  let isDue = true
  return {
    ...kept,
    all: async (collection) => {
      const documents = await kept.all(collection)
      if (collection === 'record' && isDue) {
        isDue = false
        await happens()
      }
      return documents
    },
  }
}

async function otherMachine(): Promise<{ readonly kept: Store; readonly other: Day }> {
  const kept = memoryStore()
  const other = openDay(optionsOf(kept))
  await other.list([0, 1].map((index) => listedChild(index)))
  await other.assess()
  await other.verifyIdentities(authority().verifier, context)
  await other.enter('row-0', dose, by)
  return { kept, other }
}

const late = { ...by, late: true }

test.each<[string, (other: Day) => Promise<unknown>]>([
  ['enters a dose', (other) => other.enter('row-1', dose, late)],
  ['corrects a dose', (other) => other.correctDose('row-0', { volumeMl: '9' }, by)],
  ['signs', async (other) => other.sign(await testSigner())],
])(
  'a report that another machine %s under is counted again, on an open and a closed day',
  async (_, act) => {
    for (const isClosed of [false, true]) {
      const { kept, other } = await otherMachine()
      if (isClosed) await other.close({ by: 'head-1', reason: 'Mất điện' })
      const store = meanwhile(kept, () => act(other))
      const queued = await openDay(optionsOf(store)).queueReport()
      const { vaccinators: _accounts, ...now } = await other.report()
      const { given, entered, complete, signed, open, late: ofLate, closing } = now
      expect(queued).toMatchObject({
        given,
        entered,
        complete,
        signed,
        open,
        late: ofLate,
        sequence: 1,
      })
      expect(queued.closing).toEqual(closing)
      const kinds = (await other.outbox.all()).map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'day-report')).toHaveLength(1)
    }
  },
)

test('a day that was closed while it was reported is reported as closed', async () => {
  const { kept, other } = await otherMachine()
  const store = meanwhile(kept, () => other.close({ by: 'head-1', reason: 'Mất điện' }))
  const queued = await openDay(optionsOf(store)).queueReport()
  expect(queued.closing).toMatchObject({ state: 'closed', withReason: true })
})
