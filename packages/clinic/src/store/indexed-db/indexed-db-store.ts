import { InputError } from '@tiemchung/core'
import { storeErrors } from '../../errors/store-errors.js'
import { type LeavingOut, readable, unreadableAmong, valueOf } from '../left-out.js'
import type { Change, Expected, Store, StoredDocument } from '../store.js'
import { inBrowser, openDatabase, type Row, read, resultOf, transact } from './database.js'
import { tabHolds } from './tab-holds.js'

/** What is needed of `indexedDB`, named without the DOM's types. */
export interface IndexedDbLike {
  open(name: string, version?: number): object
}

/** What is needed of `navigator.locks`, named without the DOM's types. */
export interface WebLocksLike {
  request(name: string, options: never, callback: never): Promise<unknown>
}

/** Where a store is kept, and how it is read. */
export interface IndexedDbStoreOptions extends LeavingOut {
  /** Default: the browser's. */
  readonly indexedDB?: IndexedDbLike
  /** Default: the browser's, which a page has over HTTPS only. */
  readonly locks?: WebLocksLike
}

/** @throws ParseError `clinic.store.document` */
const documentOf = ({ id, value }: Row): StoredDocument => ({ id, value: valueOf(value) })

const rowAt = (store: IDBObjectStore, collection: string, id: string) =>
  resultOf<unknown>(store.index('key').get([collection, id])) as Promise<Row | undefined>

/** @throws InputError `clinic.store.changed`; ParseError `clinic.store.document` when nobody can say how one stands */
async function check(store: IDBObjectStore, expected: readonly Kept[]): Promise<void> {
  const rows = await Promise.all(expected.map(({ collection, id }) => rowAt(store, collection, id)))
  for (const [at, { value }] of expected.entries()) {
    const row = rows[at]
    if (row?.value === value) continue
    if (row !== undefined) documentOf(row)
    throw new InputError(storeErrors, 'clinic.store.changed')
  }
}

async function make(store: IDBObjectStore, { collection, id, value }: Kept): Promise<void> {
  const position = await resultOf(store.index('key').getKey([collection, id]))
  if (value !== undefined) {
    const row = { collection, id, value }
    await resultOf(store.put(position === undefined ? row : { ...row, position }))
  } else if (position !== undefined) await resultOf(store.delete(position))
}

/** A document as JSON, of the moment at which it was asked for. */
interface Kept {
  readonly collection: string
  readonly id: string
  readonly value: string | undefined
}

const textOf = ({ collection, id, value }: Change | Expected): Kept => ({
  collection,
  id,
  value: value === null || value === undefined ? undefined : JSON.stringify(value),
})

const lack = (lacking: string): InputError =>
  new InputError(storeErrors, 'clinic.store.unavailable', { params: { lacking } })

/** @throws InputError `clinic.store.unavailable` */
interface Host {
  readonly indexedDB: IDBFactory
  readonly locks: LockManager
}

function hostOf(options: IndexedDbStoreOptions): Host {
  const host = globalThis as { indexedDB?: IDBFactory; navigator?: { locks?: LockManager } }
  const indexedDB = (options.indexedDB as IDBFactory | undefined) ?? host.indexedDB
  const locks = (options.locks as LockManager | undefined) ?? host.navigator?.locks
  if (indexedDB === undefined) throw lack('IndexedDB')
  if (locks === undefined) throw lack('Web Locks')
  return { indexedDB, locks }
}

/** The verbs that read whole collections. */
function readingAll(
  database: IDBDatabase,
  options: IndexedDbStoreOptions,
): Required<Pick<Store, 'all' | 'unreadable'>> {
  const rowsOf = (collection: string) =>
    read<Row[]>(database, (store) => store.index('collection').getAll(collection))
  return {
    all: (collection) =>
      inBrowser(async () =>
        readable(await rowsOf(collection), documentOf, { ...options, collection }),
      ),
    unreadable: (collections) =>
      inBrowser(async () => {
        const rows = await Promise.all(collections.map(rowsOf))
        return unreadableAmong(rows.flat(), documentOf, options)
      }),
  }
}

/**
 * Opens a store in IndexedDB, under a name. The tabs of an origin share it.
 *
 * A write has returned when the browser says that the disk has it (`durability: 'strict'`). A browser may throw
 * everything of an origin away when the disk is full, unless `navigator.storage.persist()` was granted: ask for it,
 * and send early. What it holds is plain text, for whoever has the machine.
 *
 * @throws ParseError `clinic.store.newer` when a newer version of the program made it; nothing was touched
 * @throws InputError `clinic.store.unavailable` in a browser, or on a page, that cannot keep it safely
 * @throws InputError `clinic.store.full`, `clinic.store.closed`, `clinic.store.disk`, here and from every verb
 * @throws ParseError `clinic.store.document` from verbs that read; from `write` when it rests on what cannot be read
 * @example
 * ```ts
 * import { indexedDbStore } from '@tiemchung/clinic/store/indexed-db'
 * const store = await indexedDbStore('day-2026-05-20')
 * ```
 */
export async function indexedDbStore(
  name: string,
  options: IndexedDbStoreOptions = {},
): Promise<Store> {
  const { indexedDB, locks } = hostOf(options)
  const database = await inBrowser(() => openDatabase(indexedDB, name))
  const { hold, letAllGo } = tabHolds(locks, name)
  return {
    ...readingAll(database, options),
    get: (collection, id) =>
      inBrowser(async () => {
        const row = await read<Row | undefined>(database, (store) =>
          store.index('key').get([collection, id]),
        )
        return row === undefined ? undefined : documentOf(row).value
      }),
    write: (changes, expected = []) => {
      const [wanted, rests] = [changes.map(textOf), expected.map(textOf)]
      return inBrowser(() =>
        transact(database, async (store) => {
          await check(store, rests)
          for (const one of wanted) await make(store, one)
        }),
      )
    },
    hold: (one) => inBrowser(() => hold(one)),
    close: async () => {
      await letAllGo()
      database.close()
    },
  }
}
