/** A store in a browser's IndexedDB, shared by the tabs of an origin. */
export type { Change, Expected, Store, StoredDocument } from './store.js'
export {
  type IndexedDbLike,
  indexedDbStore,
  type IndexedDbStoreOptions,
  type WebLocksLike,
} from './indexed-db/indexed-db-store.js'
