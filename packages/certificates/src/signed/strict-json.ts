/** JSON in which no name stands twice: what one reader takes and another passes over is not signed. */
import { fromUtf8, isSdkError } from '@tiemchung/core'

/** What was read, or why not. */
export type JsonReading =
  | { readonly value: unknown }
  | { readonly refused: 'not-json' | 'duplicate-member' }

const quote = 0x22
const backslash = 0x5c
const colon = 0x3a

/** Colons outside of texts: JSON has one for each member that is written. */
function membersWritten(text: string): number {
  let colons = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (quoted && unit === backslash) at += 1
    else if (unit === quote) quoted = !quoted
    else if (!quoted && unit === colon) colons += 1
  }
  return colons
}

/** Members of all objects inside a value, however deep. */
function membersRead(value: unknown): number {
  let members = 0
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) continue
    const inner: readonly unknown[] = Object.values(next)
    if (!Array.isArray(next)) members += inner.length
    for (const one of inner) waiting.push(one)
  }
  return members
}

/** The value of JSON in UTF-8 without a byte-order mark. */
export function readStrictJson(bytes: Uint8Array): JsonReading {
  try {
    const text = fromUtf8(bytes)
    const value: unknown = JSON.parse(text)
    const same = membersWritten(text) === membersRead(value)
    return same ? { value } : { refused: 'duplicate-member' }
  } catch (caught) {
    if (isSdkError(caught) || caught instanceof SyntaxError) return { refused: 'not-json' }
    throw caught
  }
}

/** The members of an object; none for anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return value as Readonly<Record<string, unknown>>
}
