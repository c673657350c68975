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

/**
 * Where a clinic's day is kept: documents in collections, changed in batches.
 *
 * A batch is atomic and durable: when `write` has returned, all of it survives a power cut; when it has
 * not, either all of it or nothing does. Within a collection documents come in the order in which they
 * were first written.
 */
export interface Store {
  all(collection: string): Promise<readonly StoredDocument[]>
  get(collection: string, id: string): Promise<JsonValue | undefined>
  write(changes: readonly Change[]): Promise<void>
  /**
   * Holds a name alone, across everything that has the store open; undefined when somebody else has it.
   * The function that comes back lets go.
   */
  hold(name: string): Promise<(() => Promise<void>) | undefined>
  close(): Promise<void>
}
