import { loneSurrogate, utf8 } from './bytes.js'
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

function writeText(text: string, path: Path): string {
  if (loneSurrogate.test(text)) refuse(path)
  return JSON.stringify(text)
}

function write(value: unknown, path: Path): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return writeText(value, path)
  if (typeof value === 'number')
    return Number.isFinite(value) ? JSON.stringify(value) : refuse(path)
  if (typeof value !== 'object') return refuse(path)
  if (path.length > deepest) return refuse([])
  if (Array.isArray(value)) {
    // Not map, which leaves holes out.
    return `[${Array.from(value, (inner, index) => write(inner, [...path, index])).join(',')}]`
  }
  if (!isPlain(value)) return refuse(path)
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, inner]) => `${writeText(key, path)}:${write(inner, [...path, key])}`)
  return `{${members.join(',')}}`
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
  return utf8(canonicalJson(value))
}
