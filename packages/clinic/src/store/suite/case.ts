import type { JsonValue } from '@tiemchung/core'
import type { Change, Store } from '../store.js'
import type { StoreCase, StorePlace } from './store-case.js'

/** A change of a document, of a child where nothing else is said. */
export const change = (id: string, value: JsonValue, collection = 'child'): Change => ({
  collection,
  id,
  value,
})

export const idsOf = async (store: Store, collection = 'child'): Promise<readonly string[]> =>
  (await store.all(collection)).map(({ id }) => id)

/** Closes what was opened, whatever comes of it. */
export async function withStores(
  place: StorePlace,
  run: (open: () => Promise<Store>) => Promise<void>,
): Promise<void> {
  const stores: Store[] = []
  try {
    await run(async () => {
      const store = await place.open()
      stores.push(store)
      return store
    })
  } finally {
    for (const store of stores) await store.close()
  }
}

/** A case for every store. */
export const on = (name: string, run: (store: Store) => Promise<void>): StoreCase => ({
  name,
  fits: () => true,
  run: (place) => withStores(place, async (open) => run(await open())),
})

/** A case for stores that keep what was written. */
export const reopened = (
  name: string,
  before: (store: Store) => Promise<void>,
  after: (store: Store) => Promise<void>,
): StoreCase => ({
  name,
  fits: ({ isKept }) => isKept,
  run: async (place) => {
    await withStores(place, async (open) => before(await open()))
    await withStores(place, async (open) => after(await open()))
  },
})

/** A case for stores that two may have open at once. */
export const shared = (
  name: string,
  run: (one: Store, other: Store) => Promise<void>,
): StoreCase => ({
  name,
  fits: ({ isShared }) => isShared,
  run: (place) => withStores(place, async (open) => run(await open(), await open())),
})
