import { encodeWellFormed, hasLoneSurrogate } from './bytes.js'
import { jsonErrors } from './errors/text-errors.js'
import { type Path, safePath } from './issue.js'
import { isPlain } from './plain.js'
import { InputError } from './sdk-error.js'

/** Any value that JSON can carry. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined }

/** Deeper than any document of ours, and less than a stack: what goes on below is a circle or an attack. */
const deepest = 500

function refuse(path: Path): never {
  throw new InputError(jsonErrors, 'input.json-canonical', { path: safePath(path) })
}

/** What JSON writes otherwise than as it is, and every half of a surrogate pair. */
const special = /["\\\u0000-\u001F\uD800-\uDFFF]/

/** Nearly every text stands for itself, which is seen faster than it is escaped. */
function writeText(text: string, path: Path): string {
  if (!special.test(text)) return `"${text}"`
  if (hasLoneSurrogate(text)) refuse(path)
  return JSON.stringify(text)
}

/** The path is one list that grows and shrinks on the way, and is where it ended when something is refused. */
type Way = (string | number)[]

function writeList(list: readonly unknown[], way: Way): string {
  let text = ''
  // Not an iteration that leaves holes out.
  for (let index = 0; index < list.length; index += 1) {
    way.push(index)
    text += index === 0 ? write(list[index], way) : `,${write(list[index], way)}`
    way.pop()
  }
  return `[${text}]`
}

function writeMembers(object: object, way: Way): string {
  let text = ''
  for (const key of Object.keys(object).sort()) {
    const value = (object as Readonly<Record<string, unknown>>)[key]
    if (value === undefined) continue
    const name = writeText(key, way)
    way.push(key)
    text += `${text === '' ? '' : ','}${name}:${write(value, way)}`
    way.pop()
  }
  return `{${text}}`
}

function write(value: unknown, way: Way): string {
  if (typeof value === 'string') return writeText(value, way)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : refuse(way)
  if (typeof value !== 'object') return refuse(way)
  if (way.length > deepest) return refuse([])
  if (Array.isArray(value)) return writeList(value, way)
  return isPlain(value) ? writeMembers(value, way) : refuse(way)
}

/**
 * A value as canonical JSON (RFC 8785): keys sorted by UTF-16 code units, no blanks, numbers as
 * ECMAScript writes them. Members that are undefined are left out; texts are not normalized.
 *
 * @throws InputError `input.json-canonical` for what JSON cannot carry: NaN, lone surrogates, functions,
 *   dates, class instances, undefined or nothing in a list, circles and more than 500 levels
 * @example
 * ```ts
 * import { canonicalJson } from '@tiemchung/core'
 * canonicalJson({ b: -0, a: 1e21 }) // => '{"a":1e+21,"b":0}'
 * ```
 */
export function canonicalJson(value: unknown): string {
  return write(value, [])
}

/**
 * The UTF-8 bytes of a value's canonical JSON, ready to be hashed or signed.
 *
 * @throws InputError `input.json-canonical`
 */
export function canonicalBytes(value: unknown): Uint8Array {
  return encodeWellFormed(canonicalJson(value))
}
