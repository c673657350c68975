/** Redaction: what may leave a program in logs, hooks and errors. */
import { isPlain } from './plain.js'

/** What stands where something was taken out. */
export const redacted = '[redacted]'

/** Headers that carry nothing of a person and no secret. What is not known to be harmless is not shown. */
const harmlessHeaders = new Set([
  'accept',
  'accept-language',
  'content-length',
  'content-type',
  'date',
  'idempotency-key',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'server',
  'user-agent',
  'x-request-id',
])

/** A header's value when the header is known to carry neither a secret nor a person's data, else the mark. */
export function redactHeader(name: string, value: string): string {
  return harmlessHeaders.has(name.toLowerCase()) ? value : redacted
}

/** What stands before a user: a scheme with as many slashes as there are, or slashes alone. */
const userInfo = /^([^/\\?#@:]*:[\\/]*|[\\/]{2,})[^\\/]*@/

/**
 * A URL without user, password and fragment, and with every query value taken out; names stay. The path
 * stays too: who puts an identifier there shows it. It need not be a URL that parses.
 *
 * @example
 * ```ts
 * import { redactUrl } from '@tiemchung/core'
 * redactUrl('https://me:secret@api.example.vn/v1?id=079') // => 'https://api.example.vn/v1?id=[redacted]'
 * ```
 */
export function redactUrl(url: string): string {
  const bare = url.replace(/#.*$/s, '')
  const address = bare.replace(/\?.*$/s, '').replace(userInfo, '$1')
  if (!bare.includes('?')) return address
  const query = bare.slice(bare.indexOf('?') + 1)
  const shown = query.split('&').map((pair) => {
    const [name] = pair.split('=', 1)
    return pair.includes('=') ? `${name}=${redacted}` : redacted
  })
  return `${address}?${shown.join('&')}`
}

/**
 * The last characters of a text, three when nothing is said, with the rest masked: `•••••••789`. A text
 * that is no longer than that is masked whole. For screens, not for logs: it still tells people apart.
 */
export function maskTail(text: string, shown = 3): string {
  const characters = [...text]
  const hidden = characters.length > shown ? characters.length - shown : characters.length
  return '•'.repeat(hidden) + characters.slice(hidden).join('')
}

/** Which fields of a document hold a person's data: `true` for a whole value, or a tree of names. */
export type SensitiveFields = true | { readonly [name: string]: SensitiveFields }

/** A tree of names, below the root. */
type Names = Exclude<SensitiveFields, true>

const inside = (fields: Names, name: string) =>
  Object.hasOwn(fields, name) ? fields[name] : undefined

/** Whether a list, and nothing else, was foreseen. */
const onlyItems = (fields: Names) => Object.keys(fields).join() === '*'

function redactItem(item: unknown, fields: Names): unknown {
  const each = inside(fields, '*')
  if (each !== undefined) return redactFields(item, each)
  return Array.isArray(item) ? redacted : redactFields(item, fields)
}

/**
 * A copy of a document with the sensitive fields masked. `*` in the tree stands for list items. A list
 * that the tree does not foresee is masked item by item; anything else that stands where the tree has
 * names or items, such as a text, a `Map` or a `URL`, is masked whole. Fields that the tree does not name
 * are shown, and are not copied.
 *
 * @example
 * ```ts
 * import { redactFields } from '@tiemchung/core'
 * redactFields({ name: 'Mẫu', lot: 'A1' }, { name: true }) // => { name: '[redacted]', lot: 'A1' }
 * ```
 */
export function redactFields(value: unknown, fields: SensitiveFields): unknown {
  if (value === undefined || value === null) return value
  if (fields === true) return redacted
  if (Array.isArray(value)) return value.map((item: unknown) => redactItem(item, fields))
  if (typeof value !== 'object' || !isPlain(value)) return redacted
  if (onlyItems(fields)) return redacted
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      const named = inside(fields, name)
      return [name, named === undefined ? inner : redactFields(inner, named)]
    }),
  )
}
