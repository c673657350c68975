/** What SQLite refuses, as codes. */
import { InputError, isSdkError } from '@tiemchung/core'
import { storeErrors } from '../../errors/store-errors.js'

/** Primary result codes (https://www.sqlite.org/rescode.html). */
const names: ReadonlyMap<number, string> = new Map([
  [5, 'SQLITE_BUSY'],
  [6, 'SQLITE_LOCKED'],
  [8, 'SQLITE_READONLY'],
  [10, 'SQLITE_IOERR'],
  [11, 'SQLITE_CORRUPT'],
  [13, 'SQLITE_FULL'],
  [14, 'SQLITE_CANTOPEN'],
  [26, 'SQLITE_NOTADB'],
])

type Code = keyof typeof storeErrors & string

const codes: Readonly<Record<string, Code>> = {
  SQLITE_BUSY: 'clinic.store.busy',
  SQLITE_LOCKED: 'clinic.store.busy',
  SQLITE_READONLY: 'clinic.store.read-only',
  SQLITE_CANTOPEN: 'clinic.store.read-only',
  SQLITE_CORRUPT: 'clinic.store.unreadable',
  SQLITE_NOTADB: 'clinic.store.unreadable',
  SQLITE_FULL: 'clinic.store.full',
}

/** The primary result code by its name; drivers say it as a name, extended or not, or as a number. */
function resultOf(caught: unknown): string | undefined {
  const { code, errcode } = caught as { readonly code?: unknown; readonly errcode?: unknown }
  if (typeof errcode === 'number') return names.get(errcode & 255)
  const said = String(code)
  return [...names.values()].find((name) => said === name || said.startsWith(`${name}_`))
}

/** An error of a driver as one of ours; what is none comes back as it is. */
function sqliteError(caught: unknown): unknown {
  const result = resultOf(caught)
  if (isSdkError(caught) || result === undefined) return caught
  const known = codes[result]
  if (known !== undefined) return new InputError(storeErrors, known, { cause: caught })
  return new InputError(storeErrors, 'clinic.store.disk', {
    cause: caught,
    params: { reason: result },
  })
}

/** Does something with a database, and says in our codes why it cannot be done. */
export function inDatabase<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (caught) {
    throw sqliteError(caught)
  }
}
