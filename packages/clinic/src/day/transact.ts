/** Reading, working and writing as one step, over a store that others write to at the same time. */
import { isSdkError, type JsonValue } from '@tiemchung/core'
import type { Change, Expected, Store } from '../store/store.js'
import { uncounted } from './closing.js'
import type { DayDocuments } from './kept.js'

/** Two that write without a pause get by each other long before this. */
const mostTries = 50

/** What one try has read, and what it is going to write. */
export interface Transaction {
  /** One document of a kind; it must still stand like this when the changes are written. */
  find<Kind extends keyof DayDocuments>(
    kind: Kind,
    id: string,
  ): Promise<DayDocuments[Kind] | undefined>
  /** All documents of a kind, to look at; what is changed of them must still stand when it is written. */
  all<Kind extends keyof DayDocuments>(kind: Kind): Promise<readonly DayDocuments[Kind][]>
  keep<Kind extends keyof DayDocuments>(kind: Kind, id: string, value: DayDocuments[Kind]): void
  /** Changes of others, and what those rest on. */
  add(changes: readonly Change[], expected?: readonly Expected[]): void
}

/** What a day is counted from, beside what is on its way to the platform. */
const isCounted: ReadonlySet<string> = new Set(['child', 'record'])

const nameOf = (collection: string, id: string): string => `${collection}/${id}`

class Try implements Transaction {
  readonly changes: Change[] = []
  readonly #read = new Map<string, Expected>()
  readonly #seen = new Map<string, JsonValue>()
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  async find<Kind extends keyof DayDocuments>(kind: Kind, id: string) {
    const value = await this.#store.get(kind, id)
    this.#expect(kind, id, value)
    return value as unknown as DayDocuments[Kind] | undefined
  }

  async all<Kind extends keyof DayDocuments>(kind: Kind) {
    const documents = await this.#store.all(kind)
    for (const { id, value } of documents) this.#seen.set(nameOf(kind, id), value)
    return documents.map(({ value }) => value as unknown as DayDocuments[Kind])
  }

  keep<Kind extends keyof DayDocuments>(kind: Kind, id: string, value: DayDocuments[Kind]) {
    this.#expect(kind, id, this.#seen.get(nameOf(kind, id)))
    this.changes.push({ collection: kind, id, value: value as unknown as JsonValue })
  }

  add(changes: readonly Change[], expected: readonly Expected[] = []) {
    this.changes.push(...changes)
    for (const { collection, id, value } of expected) this.#expect(collection, id, value)
  }

  /** Who is closing the day counts again when a child or a record was changed. */
  async takeCountDown() {
    if (!this.changes.some(({ collection }) => isCounted.has(collection))) return
    const closings = await this.find('closing', 'day')
    if (closings?.count?.stands === true) this.keep('closing', 'day', uncounted(closings))
  }

  get expected(): readonly Expected[] {
    return [...this.#read.values()]
  }

  /** The first reading counts: what came after it rests on it. */
  #expect(collection: string, id: string, value: JsonValue | undefined) {
    const name = nameOf(collection, id)
    if (!this.#read.has(name)) this.#read.set(name, { collection, id, value })
  }
}

const isChanged = (caught: unknown): boolean =>
  isSdkError(caught) && caught.code === 'clinic.store.changed'

/**
 * Does the work on what the store has, and writes what comes of it if everything that was read still stands; if not,
 * the work is done again on what stands now. The work must not do anything else that cannot be done twice. A document
 * that is kept unread must not be there yet.
 *
 * @throws InputError `clinic.store.changed` when others came first fifty times
 */
export async function transact<Result>(
  store: Store,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    const one = new Try(store)
    const result = await work(one)
    await one.takeCountDown()
    if (one.changes.length === 0) return result
    try {
      await store.write(one.changes, one.expected)
      return result
    } catch (caught) {
      if (!isChanged(caught) || tries >= mostTries) throw caught
    }
  }
}
