/**
 * The fields of a case. What is not there or not in its form throws a `TypeError`: the case is at fault then,
 * and counts as crashed, never as refused.
 */
import { fromBase64, fromHex } from '@tiemchung/core'
import type { Item } from './suite.js'

function decoded(text: unknown, decode: (text: string) => Uint8Array): Uint8Array {
  if (typeof text !== 'string') throw new TypeError('a case without one of its texts')
  try {
    return decode(text)
  } catch (cause) {
    throw new TypeError('a text of a case that is not in its form', { cause })
  }
}

export const bytesOfBase64 = (text: unknown): Uint8Array => decoded(text, fromBase64)
export const bytesOfHex = (text: unknown): Uint8Array => decoded(text, fromHex)

/** An instant with its offset, as the cases write it. */
export function instantOf(text: unknown): Date {
  const instant = new Date(typeof text === 'string' ? text : Number.NaN)
  if (Number.isNaN(instant.getTime())) throw new TypeError('a case without its instant')
  return instant
}

/** Which of two words the case has: whether it is the first. */
export function isFirst(word: unknown, yes: string, no: string): boolean {
  if (word !== yes && word !== no) throw new TypeError(`a case that says neither ${yes} nor ${no}`)
  return word === yes
}

/** The cases in a list of a document, each by its own `id`, else by its place. */
export function casesIn<Case extends object>(
  { id, value }: Item,
  list: string,
): readonly (readonly [string, Partial<Case>])[] {
  const cases = (value as Readonly<Record<string, unknown>>)[list]
  if (!Array.isArray(cases)) throw new TypeError(`a document without ${list}`)
  return (cases as readonly unknown[]).map((one, index) => {
    const row = (typeof one === 'object' && one !== null ? one : {}) as Partial<Case>
    const named = (row as { readonly id?: unknown }).id
    return [typeof named === 'string' ? named : `${id}#${index}`, row]
  })
}
