import { change, idsOf, reopened } from './case.js'
import { refused, same } from './expect.js'
import type { StoreCase } from './store-case.js'

/** What stays when a store is closed. */
export const keeping: readonly StoreCase[] = [
  reopened(
    'a store opened again is the same store',
    async (store) => {
      await store.write([change('c', 1), change('b', { name: 'Hòa' }), change('a', 1)])
      await store.write([change('a', null), change('c', 2)])
    },
    async (store) => {
      same(await idsOf(store), ['c', 'b'], 'the ids')
      same(await store.get('child', 'b'), { name: 'Hòa' }, 'a document')
      await store.write([change('a', 3)])
      same(await idsOf(store), ['c', 'b', 'a'], 'the ids with one more')
    },
  ),
  reopened(
    'a batch that was refused left nothing',
    async (store) => {
      await store.write([change('a', 1)])
      const rests = { collection: 'child', id: 'a', value: 2 }
      await refused(store.write([change('b', 1)], [rests]), 'clinic.store.changed', 'it')
    },
    async (store) => {
      same(await idsOf(store), ['a'], 'the ids')
    },
  ),
  reopened(
    'a name that was held when it was closed is free',
    async (store) => {
      await store.hold('outbox')
    },
    async (store) => {
      const letGo = await store.hold('outbox')
      same(letGo === undefined, false, 'it is taken')
      await letGo?.()
    },
  ),
  reopened(
    'many writes are all there, in order',
    async (store) => {
      for (let n = 0; n < 100; n += 1) await store.write([change(`${n % 40}`, n)])
    },
    async (store) => {
      const values = (await store.all('child')).map(({ value }) => value)
      same(
        values,
        Array.from({ length: 40 }, (_, n) => (n < 20 ? n + 80 : n + 40)),
        'the values',
      )
    },
  ),
]
