import { change, on, withStores } from './case.js'
import { same } from './expect.js'
import type { StoreCase } from './store-case.js'

const kinds = ['child', 'record']

/** What holds when something cannot be read: it is refused or counted, and never passes for what is not there. */
export const spoiling: readonly StoreCase[] = [
  on('of a store in which all can be read nothing is left out', async (store) => {
    await store.write([change('a', 1), change('b', 2)])
    same((await store.unreadable?.(kinds)) ?? 0, 0, 'how many are left out')
  }),
  {
    name: 'a document that cannot be read is refused, or left out and counted, and the rest goes on',
    fits: ({ spoil }) => spoil !== undefined,
    run: async (place) => {
      await withStores(place, async (open) => {
        const store = await open()
        for (const id of ['a', 'b', 'c']) await store.write([change(id, `${id} is written`)])
      })
      await place.spoil?.('child', 'b')
      await withStores(place, async (open) => {
        const store = await open()
        const all = await store.all('child').catch(() => undefined)
        if (all !== undefined) {
          same(
            all.map(({ id }) => id),
            ['a', 'c'],
            'what is left',
          )
          same(await store.unreadable?.(kinds), 1, 'how many are left out')
        }
        same(await store.get('child', 'c'), 'c is written', 'another document')
        await store.write([change('d', 1)])
        same(await store.get('child', 'd'), 1, 'a document written behind it')
      })
    },
  },
]
