/** A store in an SQLite database, over a handle that the caller opened. Node only. */
export type { Change, Expected, Store, StoredDocument } from './store.js'
export type { SqliteHandle, SqliteStatement } from './sqlite/handle.js'
export { type SqliteStoreOptions, sqliteStore } from './sqlite/sqlite-store.js'
