import type { Store } from '../store.js'
import { change, idsOf, shared } from './case.js'
import { refused, same, StoreFault } from './expect.js'
import type { StoreCase } from './store-case.js'

const rests = (value: number) => ({ collection: 'child', id: 'a', value })

/** Counts one up, reading again for as long as somebody else was faster. */
async function countUp(store: Store): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const value = (await store.get('child', 'a')) as number
    const isMine = await store.write([change('a', value + 1)], [rests(value)]).then(
      () => true,
      (error: unknown) => {
        if ((error as { code?: unknown }).code !== 'clinic.store.changed') throw error
        return false
      },
    )
    if (isMine) return
  }
  throw new StoreFault('a reading is never as it was read')
}

/** What holds when a store is open twice. */
export const sharing: readonly StoreCase[] = [
  shared('what one writes the other reads', async (one, other) => {
    await one.write([change('a', 1)])
    same(await other.get('child', 'a'), 1, 'the document')
    await other.write([change('b', 1), change('a', null)])
    same(await idsOf(one), ['b'], 'the ids')
  }),
  shared('a reading that the other has made old is refused', async (one, other) => {
    await one.write([change('a', 1)])
    await other.write([change('a', 2)], [rests(1)])
    await refused(one.write([change('a', 3)], [rests(1)]), 'clinic.store.changed', 'the write')
  }),
  shared('two that count at once lose nothing', async (one, other) => {
    await one.write([change('a', 0)])
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([one, other, one, other].map((store) => countUp(store)))
    }
    same(await one.get('child', 'a'), 40, 'the count')
  }),
  shared('a name that one holds the other does not get', async (one, other) => {
    const letGo = await one.hold('outbox')
    same(letGo === undefined, false, 'a free name is taken')
    same(
      (await other.hold('outbox')) === undefined,
      true,
      'nobody else gets a name that the other holds',
    )
    await letGo?.()
    const again = await other.hold('outbox')
    same(again === undefined, false, 'a name that was let go is taken')
  }),
]
