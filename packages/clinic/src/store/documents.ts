import { InputError, type JsonValue } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Change, Expected, StoredDocument } from './store.js'

/** Changes that are on their way to the disk: by collection and id, undefined for a deleted one. */
export type Pending = Map<string, Map<string, JsonValue | undefined>>

/** Adds a batch to what is on its way. */
export function addTo(pending: Pending, changes: readonly Change[]): void {
  for (const { collection, id, value } of changes) {
    const own = pending.get(collection) ?? new Map<string, JsonValue | undefined>()
    own.set(id, value ?? undefined)
    pending.set(collection, own)
  }
}

/** The documents of a store as they stand in memory. */
export class Documents {
  readonly #collections = new Map<string, Map<string, JsonValue>>()

  /** Makes a batch's changes. Values are kept as they are; writers hand over ownership. */
  apply(changes: readonly Change[]): void {
    for (const { collection, id, value } of changes) {
      const documents = this.#collections.get(collection) ?? new Map<string, JsonValue>()
      if (value === null) documents.delete(id)
      else documents.set(id, value)
      this.#collections.set(collection, documents)
    }
  }

  all(collection: string): readonly StoredDocument[] {
    return [...(this.#collections.get(collection) ?? [])].map(([id, value]) => ({ id, value }))
  }

  get(collection: string, id: string): JsonValue | undefined {
    return this.#collections.get(collection)?.get(id)
  }

  /**
   * Whether documents stand as they were read, with changes on top that are on their way.
   *
   * @throws InputError `clinic.store.changed`
   */
  check(expected: readonly Expected[], onTheWay?: Pending): void {
    for (const { collection, id, value } of expected) {
      const own = onTheWay?.get(collection)
      checkOne(own?.has(id) === true ? own.get(id) : this.get(collection, id), value)
    }
  }

  /** Everything, as the one batch that would make it again. */
  snapshot(): readonly Change[] {
    return [...this.#collections].flatMap(([collection, documents]) =>
      [...documents].map(([id, value]) => ({ collection, id, value })),
    )
  }

  get size(): number {
    let size = 0
    for (const documents of this.#collections.values()) size += documents.size
    return size
  }
}

/** @throws InputError `clinic.store.changed` when a value is not what was read; members in the order of the text */
export function checkOne(now: JsonValue | undefined, read: JsonValue | undefined): void {
  if (now === read || JSON.stringify(now) === JSON.stringify(read)) return
  throw new InputError(errorCatalogue, 'clinic.store.changed')
}

/** A copy of a batch that no later change by the caller can reach. */
export function copyOf(changes: readonly Change[]): readonly Change[] {
  return JSON.parse(JSON.stringify(changes)) as readonly Change[]
}
