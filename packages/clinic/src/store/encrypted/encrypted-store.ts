import { hasCode, type JsonValue, type RandomSource } from '@tiemchung/core'
import { type Aead, systemAead } from '@tiemchung/core/crypto'
import { worldOf } from '../../world.js'
import { checkOne } from '../documents.js'
import { type LeavingOut, leftOutIssue } from '../left-out.js'
import type { Change, Expected, Store, StoredDocument } from '../store.js'
import { type Sealer, sealerOf, type StoreKey } from './seal.js'

/** What a store is encrypted with. */
export interface EncryptedStoreOptions extends LeavingOut {
  /** The host's keys, the newest first: it seals what is written, the others open what they sealed. */
  readonly keys: readonly StoreKey[]
  /** The name of the store: a document of another one does not open in it. */
  readonly name: string
  /**
   * `accept` reads documents that are not encrypted, for the first time with a store that was not; whoever can write to
   * the disk can put some there. Default: they are refused.
   */
  readonly plain?: 'refuse' | 'accept'
  readonly random?: RandomSource
  /** AES-256-GCM. Default: the host's WebCrypto. */
  readonly aead?: Aead
}

/** A store whose values are encrypted. */
export interface EncryptedStore extends Store {
  /** Encrypts what an older key sealed with the newest, and says how many documents: then the older may go. */
  renew(collections: readonly string[]): Promise<number>
}

interface Reading {
  readonly store: Store
  readonly sealer: Sealer
  readonly options: EncryptedStoreOptions
}

/** @throws ParseError `clinic.store.key-missing`, `clinic.store.sealed`, `clinic.store.not-sealed` */
async function openOne(
  { sealer, options: { name, plain } }: Reading,
  collection: string,
  { id, value }: StoredDocument,
): Promise<JsonValue> {
  try {
    return await sealer.open(value, { store: name, collection, id })
  } catch (caught) {
    if (plain === 'accept' && hasCode(caught, 'clinic.store.not-sealed')) return value
    throw caught
  }
}

async function allOf(reading: Reading, collection: string): Promise<readonly StoredDocument[]> {
  const { store, options } = reading
  const opened: StoredDocument[] = []
  for (const document of await store.all(collection)) {
    try {
      const value = await openOne(reading, collection, document)
      opened.push({ id: document.id, value })
    } catch (caught) {
      const found = leftOutIssue(caught, collection)
      if (found === undefined || options.onIssue === undefined) throw caught
      options.onIssue(found)
    }
  }
  return opened
}

/** How many do not open, of those that the store below can read; none where nobody is told, as `all` rejects then. */
async function unopened(reading: Reading, collections: readonly string[]): Promise<number> {
  const { options } = reading
  if (options.onIssue === undefined) return 0
  let left = 0
  const onIssue = () => {
    left += 1
  }
  const counting = { ...reading, options: { ...options, onIssue } }
  for (const collection of collections) await allOf(counting, collection)
  return left
}

/** What stands below for what was read here. @throws InputError `clinic.store.changed` */
async function below(reading: Reading, expected: readonly Expected[]): Promise<Expected[]> {
  return Promise.all(
    expected.map(async ({ collection, id, value }) => {
      const kept = await reading.store.get(collection, id)
      const now =
        kept === undefined ? undefined : await openOne(reading, collection, { id, value: kept })
      checkOne(now, value)
      return { collection, id, value: kept }
    }),
  )
}

async function sealAll(
  { sealer, options: { name } }: Reading,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  return Promise.all(
    changes.map(async ({ collection, id, value }) => {
      const belonging = { store: name, collection, id }
      return { collection, id, value: value === null ? null : await sealer.seal(value, belonging) }
    }),
  )
}

/** Others may seal the same value anew meanwhile: then what was read here still stands. */
const tries = 20

async function write(
  reading: Reading,
  changes: readonly Change[],
  expected: readonly Expected[],
): Promise<void> {
  const sealed = await sealAll(reading, changes)
  if (expected.length === 0) return reading.store.write(sealed)
  for (let left = tries; ; left -= 1) {
    const rests = await below(reading, expected)
    try {
      return await reading.store.write(sealed, rests)
    } catch (caught) {
      if (left === 0 || !hasCode(caught, 'clinic.store.changed')) throw caught
    }
  }
}

async function renew(reading: Reading, collections: readonly string[]): Promise<number> {
  const newest = reading.options.keys[0]?.id
  let renewed = 0
  for (const collection of collections) {
    for (const { id, value: kept } of await reading.store.all(collection)) {
      if ((kept as { key?: unknown } | null)?.key === newest) continue
      const value = await openOne(reading, collection, { id, value: kept })
      const changes = await sealAll(reading, [{ collection, id, value }])
      const rests = [{ collection, id, value: kept }]
      // What somebody else wrote meanwhile is sealed by the newest key already.
      await reading.store.write(changes, rests).then(
        () => (renewed += 1),
        (caught: unknown) => {
          if (!hasCode(caught, 'clinic.store.changed')) throw caught
        },
      )
    }
  }
  return renewed
}

/** Copies of what is written, of the moment at which it was asked for. */
const copyOf = <Row extends Change | Expected>(rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => (row.value === undefined ? row : (jsonCopyOf(row) as Row)))

const jsonCopyOf = (row: Change | Expected): unknown => JSON.parse(JSON.stringify(row))

/**
 * A store whose values are encrypted with AES-256-GCM before another store keeps them, each under a nonce of its own.
 *
 * A value opens only in the collection, under the id and in the store that it was written to. Names of collections, ids,
 * order, the length of values and the times of writing stay readable: choose ids that say nothing about a person, as
 * those of this package do. It finds a changed value, and not an old one that is put back in its place, nor one that is
 * taken out. One key is good for 2^32 writes. Without the keys everything is lost.
 *
 * Writes go one after another, in the order in which they were asked for.
 *
 * @throws InputError `clinic.store.key`
 * @throws ParseError `clinic.store.key-missing`, `clinic.store.sealed`, `clinic.store.not-sealed` from verbs that read
 * @example
 * ```ts
 * import { encryptedStore } from '@tiemchung/clinic/store/encrypted'
 * import { memoryStore } from '@tiemchung/clinic/store/memory'
 * const key = crypto.getRandomValues(new Uint8Array(32)) // kept where the store is not
 * const keys = [{ id: '2026', key }]
 * const store = await encryptedStore(memoryStore(), { name: 'day', keys })
 * ```
 */
export async function encryptedStore(
  store: Store,
  options: EncryptedStoreOptions,
): Promise<EncryptedStore> {
  const { random } = worldOf(options.random === undefined ? {} : { random: options.random })
  const sealer = await sealerOf(options.keys, options.aead ?? systemAead(), random)
  const reading = { store, sealer, options }
  let last: Promise<unknown> = Promise.resolve()
  return {
    all: (collection) => allOf(reading, collection),
    unreadable: async (collections) =>
      ((await store.unreadable?.(collections)) ?? 0) + (await unopened(reading, collections)),
    get: async (collection, id) => {
      const value = await store.get(collection, id)
      return value === undefined ? undefined : openOne(reading, collection, { id, value })
    },
    write: (changes, expected = []) => {
      const [wanted, rests] = [copyOf(changes), copyOf(expected)]
      const mine = last.then(() => write(reading, wanted, rests))
      last = mine.catch(() => undefined)
      return mine
    },
    hold: (name) => store.hold(name),
    renew: (collections) => renew(reading, collections),
    close: async () => {
      await last
      await store.close()
    },
  }
}
