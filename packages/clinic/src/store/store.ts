import type { JsonValue } from '@tiemchung/core'

/** One document as it is kept. */
export interface StoredDocument {
  readonly id: string
  readonly value: JsonValue
}

/** One change of a batch; a `null` value deletes. */
export interface Change {
  readonly collection: string
  readonly id: string
  readonly value: JsonValue
}

/** A document as somebody read it before a change; undefined when there was none. */
export interface Expected {
  readonly collection: string
  readonly id: string
  readonly value: JsonValue | undefined
}

/**
 * Where a clinic's day is kept: documents in collections, changed in batches.
 *
 * A batch is atomic and durable: when `write` has returned, all of it survives a power cut; when it has
 * not, either all of it or nothing does. Within a collection documents come in the order in which they
 * were first written.
 */
export interface Store {
  /**
   * All that is in a collection. It rejects when one document cannot be read, unless the host said that it would be told
   * (`onIssue` of the stores): then that one is left out and counted by `unreadable`, and the rest goes on.
   */
  all(collection: string): Promise<readonly StoredDocument[]>
  /**
   * How many documents of these collections `all` leaves out as they cannot be read; of a store that has lost what it
   * could not read, how many pieces it lost, of whichever collection. A report names them and is not finished over them.
   * A store without this leaves nothing out.
   */
  unreadable?(collections: readonly string[]): Promise<number>
  /** One document. It rejects when that one cannot be read: what is spoilt never passes for what is not there. */
  get(collection: string, id: string): Promise<JsonValue | undefined>
  /**
   * Makes a batch of changes, if every document of `expected` still stands as it was read. Whoever reads, works and
   * writes names what was read, so that two at once cannot undo each other's work.
   *
   * @throws InputError `clinic.store.changed` when one stands otherwise; nothing was written
   * @throws ParseError when one that stands there cannot be read; nothing was written
   */
  write(changes: readonly Change[], expected?: readonly Expected[]): Promise<void>
  /**
   * Holds a name alone, across everything that has the store open; undefined when somebody else has it.
   * The function that comes back lets go.
   */
  hold(name: string): Promise<(() => Promise<void>) | undefined>
  close(): Promise<void>
}
