import { InputError } from '@tiemchung/core'
import { storeErrors } from '../../errors/store-errors.js'
import { holds } from '../holds.js'
import { type LeavingOut, readable, unreadableAmong, valueOf } from '../left-out.js'
import type { Change, Expected, Store, StoredDocument } from '../store.js'
import { fileHolds } from './file-holds.js'
import type { SqliteHandle, SqliteStatement } from './handle.js'
import { fileOf, makeReady } from './schema.js'
import { inDatabase } from './sqlite-errors.js'

interface Row {
  readonly id: string
  readonly value: string
}

interface Statements {
  readonly all: SqliteStatement
  readonly one: SqliteStatement
  readonly put: SqliteStatement
  readonly remove: SqliteStatement
  readonly begin: SqliteStatement
  readonly commit: SqliteStatement
}

const statementsOf = (handle: SqliteHandle): Statements => ({
  all: handle.prepare('select id, value from document where collection = ? order by position'),
  one: handle.prepare('select id, value from document where collection = ? and id = ?'),
  put: handle.prepare(
    `insert into document (collection, id, value) values (?, ?, ?)
      on conflict (collection, id) do update set value = excluded.value`,
  ),
  remove: handle.prepare('delete from document where collection = ? and id = ?'),
  begin: handle.prepare('begin immediate'),
  commit: handle.prepare('commit'),
})

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

const isPlain = (text: string): boolean =>
  !text.startsWith('"') && !text.includes('\0') && !loneSurrogate.test(text)

/** A text as a column holds it: as JSON where drivers would cut or change it. */
const columnOf = (text: string): string => (isPlain(text) ? text : JSON.stringify(text))

const textOf = (column: string): string =>
  column.startsWith('"') ? (valueOf(column) as string) : column

/** @throws ParseError `clinic.store.document` */
const documentOf = ({ id, value }: Row): StoredDocument => ({
  id: textOf(id),
  value: valueOf(value),
})

/** @throws InputError `clinic.store.changed`; ParseError `clinic.store.document` when nobody can say how one stands */
function check({ one }: Statements, expected: readonly Expected[]): void {
  for (const { collection, id, value } of expected) {
    const row = one.get(columnOf(collection), columnOf(id)) as Row | undefined
    if (row?.value !== (value === undefined ? undefined : JSON.stringify(value))) {
      if (row !== undefined) documentOf(row)
      throw new InputError(storeErrors, 'clinic.store.changed')
    }
  }
}

function make({ put, remove }: Statements, changes: readonly Change[]): void {
  for (const { collection, id, value } of changes) {
    const key = [columnOf(collection), columnOf(id)] as const
    if (value === null) remove.run(...key)
    else put.run(...key, JSON.stringify(value))
  }
}

/** One transaction; the lock on writing is taken first, so that what is checked stands until it is written. */
function transact(handle: SqliteHandle, { begin, commit }: Statements, work: () => void): void {
  begin.run()
  try {
    work()
    commit.run()
  } catch (caught) {
    try {
      handle.exec('rollback')
    } catch {
      // Where the disk is full, SQLite has rolled back by itself.
    }
    throw caught
  }
}

/** How a store over a database is read. */
export type SqliteStoreOptions = LeavingOut

/**
 * A store over an SQLite database that the caller opened and that nothing else is in. Several processes may have it
 * open at once.
 *
 * It sets `journal_mode = wal` and `synchronous = full`: a write has returned when it is on the disk. `close` closes
 * the handle. A write keeps this process busy until the disk has it, as the drivers are synchronous. `hold` uses lock
 * files beside the database; on a disk shared by machines SQLite itself is not safe.
 *
 * SQLite finds a damaged page when it reads it, and no forgery. What it holds is plain text.
 *
 * @throws ParseError `clinic.store.newer`, `clinic.store.foreign`; nothing was touched
 * @throws InputError `clinic.store.busy`, `clinic.store.full`, `clinic.store.read-only`, `clinic.store.unreadable`,
 *   `clinic.store.disk`, here and from every verb; nothing of the batch was written
 * @throws ParseError `clinic.store.document` from verbs that read; from `write` when it rests on what cannot be read
 * @example
 * ```ts
 * import { type SqliteHandle, sqliteStore } from '@tiemchung/clinic/store/sqlite'
 * // Of Node 22 on: new DatabaseSync('./day.db') of node:sqlite.
 * declare const handle: SqliteHandle
 * const store = sqliteStore(handle)
 * ```
 */
export function sqliteStore(handle: SqliteHandle, options: SqliteStoreOptions = {}): Store {
  const file = inDatabase(() => {
    makeReady(handle)
    return fileOf(handle)
  })
  const statements = inDatabase(() => statementsOf(handle))
  const { hold, letAllGo } =
    file === undefined ? { hold: holds(), letAllGo: () => Promise.resolve() } : fileHolds(file)
  let isOpen = true
  /** What a verb throws comes as a rejection. */
  const verb = async <Value>(work: () => Value): Promise<Value> => {
    if (!isOpen) throw new InputError(storeErrors, 'clinic.store.closed')
    return inDatabase(work)
  }
  const rowsOf = (collection: string) => statements.all.all(columnOf(collection)) as Row[]
  return {
    all: (collection) =>
      verb(() => readable(rowsOf(collection), documentOf, { ...options, collection })),
    unreadable: (collections) =>
      verb(() => unreadableAmong(collections.flatMap(rowsOf), documentOf, options)),
    get: (collection, id) =>
      verb(() => {
        const row = statements.one.get(columnOf(collection), columnOf(id)) as Row | undefined
        return row === undefined ? undefined : documentOf(row).value
      }),
    write: (changes, expected = []) =>
      verb(() => {
        transact(handle, statements, () => {
          check(statements, expected)
          make(statements, changes)
        })
      }),
    hold,
    close: async () => {
      if (!isOpen) return
      isOpen = false
      await letAllGo()
      inDatabase(() => handle.close())
    },
  }
}
