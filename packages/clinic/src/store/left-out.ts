/** Documents that cannot be read: refused where nobody listens, else told and left out, so that the rest goes on. */
import { type Issue, isSdkError, type JsonValue, ParseError } from '@tiemchung/core'
import { storeErrors } from '../errors/store-errors.js'
import type { StoredDocument } from './store.js'

/** What a host says who would rather have the rest than nothing. */
export interface LeavingOut {
  /**
   * Told of each document that cannot be read; `all` then leaves it out, `unreadable` counts it, and the rest goes on.
   * `get` of it, and a write that rests on it, are refused all the same, so that it never passes for one that is not
   * there. The path is the collection; no id is told. Default: `all` rejects.
   */
  readonly onIssue?: (issue: Issue) => void
}

/** The value of a document as it is kept. @throws ParseError `clinic.store.document` */
export function valueOf(text: unknown): JsonValue {
  try {
    if (typeof text === 'string') return JSON.parse(text) as JsonValue
  } catch {
    // It is refused below, without what stands there: that may be of a person.
  }
  throw new ParseError(storeErrors, 'clinic.store.document')
}

/** What is told of a document that was refused; undefined when something else went wrong. */
export function leftOutIssue(error: unknown, collection: string): Issue | undefined {
  if (!isSdkError(error)) return undefined
  const { code, sentences } = error
  return { code, severity: 'error', path: [collection], message: sentences }
}

/** The documents of rows that can be read. @throws what `read` throws, unless somebody is told of it */
export function readable<Row>(
  rows: readonly Row[],
  read: (row: Row) => StoredDocument,
  { collection, onIssue }: LeavingOut & { readonly collection: string },
): readonly StoredDocument[] {
  if (onIssue === undefined) return rows.map(read)
  return rows.flatMap((row) => {
    try {
      return [read(row)]
    } catch (caught) {
      const found = leftOutIssue(caught, collection)
      if (found === undefined) throw caught
      onIssue(found)
      return []
    }
  })
}

/** How many of the rows `readable` leaves out; none where nobody is told, as it throws then. */
export function unreadableAmong<Row>(
  rows: readonly Row[],
  read: (row: Row) => StoredDocument,
  { onIssue }: LeavingOut,
): number {
  if (onIssue === undefined) return 0
  return rows.length - readable(rows, read, { collection: '', onIssue: () => undefined }).length
}
