/** Reading members of answers that may be anything. */

/** The members of a JSON object. */
export type Loose = Readonly<Record<string, unknown>>

/** A value as an object; an empty one when it is none. */
export const objectOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {}

/** A member that is a text; an empty one when it is none. */
export function textOf(body: Loose, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** A member that is a list; an empty one when it is none. */
export function listOf(body: Loose, name: string): readonly unknown[] {
  const value = body[name]
  return Array.isArray(value) ? value : []
}
