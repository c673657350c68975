import type { JsonValue } from '@tiemchung/core'
import type { Expected } from '../store.js'
import { change, on } from './case.js'
import { refused, same } from './expect.js'
import type { StoreCase } from './store-case.js'

const read = (id: string, value: JsonValue | undefined): Expected => ({
  collection: 'child',
  id,
  value,
})
const changed = 'clinic.store.changed'

/** Writing only what rests on what still stands. */
export const compareAndSet: readonly StoreCase[] = [
  on('a batch is written if what it rests on stands as it was read', async (store) => {
    await store.write([change('a', { n: 1 })])
    await store.write([change('a', { n: 2 })], [read('a', { n: 1 }), read('b', undefined)])
    const late = store.write([change('a', { n: 3 }), change('c', 1)], [read('a', { n: 1 })])
    await refused(late, changed, 'a batch on an old reading')
    await store.write([change('b', 1)])
    const doubled = store.write([change('b', 2)], [read('b', undefined)])
    await refused(doubled, changed, 'a batch on something that was not there')
    const gone = store.write([change('b', 2)], [read('z', 1)])
    await refused(gone, changed, 'a batch on something that is not there any more')
    const wanted = [
      { id: 'a', value: { n: 2 } },
      { id: 'b', value: 1 },
    ]
    same(await store.all('child'), wanted, 'the documents')
  }),
  on('what was read can be named as it came, whatever is in it', async (store) => {
    const value = { b: null, a: [{ đ: 'Hòa\n' }, 1e-7], 7: true }
    await store.write([change('a', value)])
    const seen = await store.get('child', 'a')
    await store.write([change('a', 2)], [read('a', seen)])
    same(await store.get('child', 'a'), 2, 'the document')
  }),
  on('a batch that changes nothing still says whether something stands', async (store) => {
    await store.write([change('a', 1)])
    await store.write([], [read('a', 1)])
    await refused(store.write([], [read('a', 2)]), changed, 'a batch on another value')
  }),
  on('of two that read the same, one writes', async (store) => {
    await store.write([change('a', 0)])
    const tries = Array.from({ length: 5 }, (_, n) =>
      store.write([change('a', n + 1)], [read('a', 0)]),
    )
    const ends = (await Promise.allSettled(tries)).map(({ status }) => status)
    same(ends.filter((end) => end === 'fulfilled').length, 1, 'how many wrote')
    same(await store.get('child', 'a'), ends.indexOf('fulfilled') + 1, 'the document')
  }),
  on('a chain of writes may rest on those before it', async (store) => {
    const writes = Array.from({ length: 10 }, (_, n) =>
      store.write([change('a', n)], [read('a', n === 0 ? undefined : n - 1)]),
    )
    await Promise.all(writes)
    same(await store.get('child', 'a'), 9, 'the document')
  }),
]
