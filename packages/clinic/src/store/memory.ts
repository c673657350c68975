import { copyOf, Documents } from './documents.js'
import { holds } from './holds.js'
import type { Store } from './store.js'

export type { Change, Expected, Store, StoredDocument } from './store.js'

/** A store that is gone with the process: for tests, demos and dry runs. */
export function memoryStore(): Store {
  const documents = new Documents()
  return {
    all: (collection) => Promise.resolve(documents.all(collection)),
    get: (collection, id) => Promise.resolve(documents.get(collection, id)),
    write: async (changes, expected = []) => {
      documents.check(expected)
      documents.apply(copyOf(changes))
    },
    hold: holds(),
    close: () => Promise.resolve(),
  }
}
