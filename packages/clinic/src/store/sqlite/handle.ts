/** A value of a statement. */
export type SqliteValue = string | number | null

/** A statement made ready. */
export interface SqliteStatement {
  run(...values: SqliteValue[]): unknown
  get(...values: SqliteValue[]): unknown
  all(...values: SqliteValue[]): unknown[]
}

/**
 * What is needed of a database that is open: `DatabaseSync` of `node:sqlite`, one of `@photostructure/sqlite`, or a
 * `Database` of `better-sqlite3` is one.
 */
export interface SqliteHandle {
  exec(sql: string): unknown
  prepare(sql: string): SqliteStatement
  close(): unknown
}
