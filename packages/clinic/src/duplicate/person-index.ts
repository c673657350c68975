/** Which records there are of a name and of a number, so that entering one dose costs the same in a long day. */
import type { JsonValue } from '@tiemchung/core'
import { bareName } from '@tiemchung/identity/offline'
import { type Person, personKey } from '@tiemchung/schemas'
import type { Change, Expected, Store } from '../store/store.js'

const collection = 'person-index'

/** A record and the row of the list that it was entered for. */
export interface IndexedRecord {
  readonly key: string
  readonly record: string
}

/** An entry of the index as it was read. */
interface IndexEntry {
  readonly id: string
  readonly value: JsonValue | undefined
  readonly records: readonly IndexedRecord[]
}

/** What a person is found by: the name without diacritics, and the document's number. */
const entriesFor = (person: Person): readonly string[] => [
  ...new Set([`name ${bareName(person.fullName)}`, `person ${personKey(person)}`]),
]

/** The entries of the index for a person. */
export async function readIndex(store: Store, person: Person): Promise<readonly IndexEntry[]> {
  const entries: IndexEntry[] = []
  for (const id of entriesFor(person)) {
    const value = await store.get(collection, id)
    entries.push({ id, value, records: (value ?? []) as unknown as readonly IndexedRecord[] })
  }
  return entries
}

/** The records that entries name, each once. */
export function indexedIn(entries: readonly IndexEntry[]): readonly IndexedRecord[] {
  const byRecord = new Map(
    entries.flatMap(({ records }) => records).map((one) => [one.record, one]),
  )
  return [...byRecord.values()]
}

/** The changes that add a record to entries, and what they rest on. */
export function addToIndex(
  entries: readonly IndexEntry[],
  added: IndexedRecord,
): { readonly changes: readonly Change[]; readonly expected: readonly Expected[] } {
  return {
    changes: entries.map(({ id, records }) => {
      const value = [...records, added] as unknown as JsonValue
      return { collection, id, value }
    }),
    expected: entries.map(({ id, value }) => ({ collection, id, value })),
  }
}
