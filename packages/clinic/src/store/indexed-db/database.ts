/** IndexedDB as promises: the little that a store needs of it. */
import { InputError, isSdkError, ParseError } from '@tiemchung/core'
import { storeErrors } from '../../errors/store-errors.js'

/** The version of the database: raised with every step of `upgrade`. */
const version = 1
const documents = 'document'

/** A document as it is kept; `position` is given by the database and only ever grows. */
export interface Row {
  readonly position?: number
  readonly collection: string
  readonly id: string
  /** As JSON. */
  readonly value: string
}

/** What a request gives. Awaited inside a transaction, it keeps the transaction alive. */
export const resultOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new DOMException('no reason', 'UnknownError'))
    }
  })

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve()
    }
    transaction.onabort = () => {
      reject(transaction.error ?? new DOMException('aborted', 'AbortError'))
    }
  })

const codes: Readonly<Record<string, 'clinic.store.full' | 'clinic.store.closed'>> = {
  QuotaExceededError: 'clinic.store.full',
  // The connection was closed, here or by the browser.
  InvalidStateError: 'clinic.store.closed',
}

/** An error of IndexedDB as one of ours; what is none comes back as it is. */
function databaseError(caught: unknown): unknown {
  if (isSdkError(caught) || !(caught instanceof DOMException)) return caught
  const known = codes[caught.name]
  if (known !== undefined) return new InputError(storeErrors, known, { cause: caught })
  const params = { reason: caught.name }
  return new InputError(storeErrors, 'clinic.store.disk', { cause: caught, params })
}

/** Does something with IndexedDB, and says in our codes why it cannot be done. */
export async function inBrowser<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (caught) {
    throw databaseError(caught)
  }
}

function upgrade(database: IDBDatabase): void {
  const store = database.createObjectStore(documents, { keyPath: 'position', autoIncrement: true })
  store.createIndex('collection', 'collection')
  store.createIndex('key', ['collection', 'id'], { unique: true })
}

/** @throws ParseError `clinic.store.newer`; nothing was touched */
export async function openDatabase(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = factory.open(name, version)
  request.onupgradeneeded = () => {
    upgrade(request.result)
  }
  try {
    const database = await resultOf(request)
    // Another tab has a newer version of the program: it must not wait for this one.
    database.onversionchange = () => {
      database.close()
    }
    return database
  } catch (caught) {
    if (!(caught instanceof DOMException) || caught.name !== 'VersionError') throw caught
    const params = { version: version + 1 }
    throw new ParseError(storeErrors, 'clinic.store.newer', { params })
  }
}

/** What a request that only reads gives. */
export function read<Result>(
  database: IDBDatabase,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<Result> {
  const store = database.transaction(documents, 'readonly').objectStore(documents)
  return resultOf(ask(store)) as Promise<Result>
}

/** Does some work in one transaction: when it has returned, the disk has it; when the work throws, nothing was written. */
export async function transact(
  database: IDBDatabase,
  work: (store: IDBObjectStore) => Promise<void>,
): Promise<void> {
  const transaction = database.transaction(documents, 'readwrite', { durability: 'strict' })
  const end = endOf(transaction)
  try {
    await work(transaction.objectStore(documents))
  } catch (caught) {
    end.catch(() => undefined)
    // It may have ended by itself, as it does when there is no room.
    if (transaction.error === null) transaction.abort()
    throw caught
  }
  await end
}
