/** A store in a browser's IndexedDB, shared by the tabs of an origin. */
export type { Change, Expected, Store, StoredDocument } from './store.js'
export { indexedDbStore, type IndexedDbStoreOptions } from './indexed-db/indexed-db-store.js'
