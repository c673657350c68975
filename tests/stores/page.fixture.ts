/** What the pages of the test have at hand: the store, the suite, and a bare look at the database. */
import { indexedDbStore } from '@tiemchung/clinic/store/indexed-db'
import { storeSuite } from '@tiemchung/clinic/store/suite'

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => String((error as { code?: unknown }).code ?? error),
  )

const { put } = IDBObjectStore.prototype
let number = 0
const told: unknown[] = []
let held: (() => Promise<void>) | undefined
let store: Awaited<ReturnType<typeof indexedDbStore>> | undefined

const answerOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('no reason'))
    }
  })

const own = () => {
  if (store === undefined) throw new Error('no store is open')
  return store
}

/** Puts something else in the place of a document, without our code. */
const spoil = async (name: string, id: string, value: unknown) => {
  const database = await answerOf(indexedDB.open(name))
  const documents = database.transaction('document', 'readwrite').objectStore('document')
  const row = (await answerOf(documents.index('key').get(['child', id]))) as object
  await answerOf(documents.put({ ...row, value }))
  database.close()
}

/** Everything a test asks of a page. */
const kit = {
  /** Runs a case of the suite on a database of its own. */
  run: async (name: string) => {
    number += 1
    const database = `suite-${number}`
    const place = {
      isKept: true,
      isShared: true,
      open: () => indexedDbStore(database, { onIssue: () => undefined }),
      spoil: (_: string, id: string) => spoil(database, id, '{'),
    }
    await storeSuite.find((one) => one.name === name)?.run(place)
    return name
  },
  open: (name: string) =>
    codeOf(
      indexedDbStore(name).then((opened) => {
        store = opened
      }),
    ),
  /** Opens a store that tells what it leaves out. */
  openTold: (name: string) =>
    codeOf(
      indexedDbStore(name, { onIssue: ({ code, path }) => told.push([code, path]) }).then(
        (opened) => {
          store = opened
        },
      ),
    ),
  told: () => told,
  unreadable: () => own().unreadable?.(['child', 'record']),
  get: (id: string) => codeOf(own().get('child', id)),
  /** Writes as somebody does for whom nothing is there. */
  writeNew: (id: string) => {
    const key = { collection: 'child', id }
    return codeOf(own().write([{ ...key, value: 'new' }], [{ ...key, value: undefined }]))
  },
  spoil,
  write: (id: string, size: number) =>
    codeOf(own().write([{ collection: 'child', id, value: 'x'.repeat(size) }])),
  ids: async () => (await own().all('child')).map(({ id }) => id),
  hold: async () => {
    held = await own().hold('outbox')
    return held !== undefined
  },
  letGo: async () => held?.(),
  /** Counts one up so many times, each time reading again while others were faster. */
  count: async (times: number) => {
    const key = { collection: 'count', id: 'a' }
    let lost = 0
    for (let done = 0; done < times; ) {
      const value = (await own().get('count', 'a')) as number | undefined
      const next = { ...key, value: (value ?? 0) + 1 }
      const code = await codeOf(own().write([next], [{ ...key, value }]))
      if (code === 'done') done += 1
      else if (code === 'clinic.store.changed') lost += 1
      else throw new Error(code)
    }
    return lost
  },
  counted: () => own().get('count', 'a'),
  /** Opens a database of another version, without our code. */
  openBare: (name: string, version: number) =>
    new Promise<readonly string[]>((resolve, reject) => {
      const request = indexedDB.open(name, version)
      request.onupgradeneeded = () => {
        if (request.result.objectStoreNames.length === 0) request.result.createObjectStore('other')
      }
      request.onsuccess = () => {
        const names = [...request.result.objectStoreNames]
        request.result.close()
        resolve(names)
      }
      request.onerror = () => {
        reject(request.error ?? new Error('no reason'))
      }
    }),
  /** The browser refuses the last thing of a transaction that writes, as it does for lack of room. */
  fail: (name: string | undefined) => {
    if (name === undefined) IDBObjectStore.prototype.put = put
    else {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('refused', name)
      }
    }
  },
  withoutLocks: () => {
    Object.defineProperty(navigator, 'locks', { value: undefined })
    return codeOf(indexedDbStore('none'))
  },
}

export type Kit = typeof kit

Object.assign(globalThis, { kit })
