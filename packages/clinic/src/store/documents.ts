import type { JsonValue } from '@tiemchung/core'
import type { Change, StoredDocument } from './store.js'

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

/** A copy of a batch that no later change by the caller can reach. */
export function copyOf(changes: readonly Change[]): readonly Change[] {
  return JSON.parse(JSON.stringify(changes)) as readonly Change[]
}
