/** Redaction: what may leave a program in logs, hooks and errors. */

/** What stands where something was taken out. */
export const redacted = '[redacted]'

/** Header names whose values never leave. */
const secretHeaders = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
])

/** A header's value, or the mark when the header carries a secret. */
export function redactHeader(name: string, value: string): string {
  return secretHeaders.has(name.toLowerCase()) ? redacted : value
}

/**
 * A URL without user, password and fragment, and with every query value taken out; names stay. The path
 * stays too: who puts an identifier there shows it.
 */
export function redactUrl(url: string): string {
  const bare = url.replace(/#.*$/s, '')
  const address = bare.replace(/\?.*$/s, '').replace(/^((?:[a-z][a-z0-9+.-]*:)?\/\/)[^/]*@/i, '$1')
  if (!bare.includes('?')) return address
  const query = bare.slice(bare.indexOf('?') + 1)
  const shown = query.split('&').map((pair) => {
    const [name] = pair.split('=', 1)
    return pair.includes('=') ? `${name}=${redacted}` : redacted
  })
  return `${address}?${shown.join('&')}`
}

/**
 * The last characters of a text with the rest masked: `•••••••789`. A text that is no longer than that is
 * masked whole. For screens, not for logs.
 */
export function maskTail(text: string, shown = 3): string {
  const characters = [...text]
  const hidden = characters.length > shown ? characters.length - shown : characters.length
  return '•'.repeat(hidden) + characters.slice(hidden).join('')
}

/** Which fields of a document hold a person's data: `true` for a whole value, or a tree of names. */
export type SensitiveFields = true | { readonly [name: string]: SensitiveFields }

/**
 * A copy of a document with the sensitive fields masked. `*` in the tree stands for list items; a list
 * that the tree does not foresee is masked item by item, and any other value that stands where the tree
 * has names is masked whole.
 */
export function redactFields(value: unknown, fields: SensitiveFields): unknown {
  if (value === undefined || value === null) return value
  if (fields === true) return redacted
  if (Array.isArray(value)) {
    const each = fields['*'] ?? fields
    return value.map((inner: unknown) => redactFields(inner, each))
  }
  if (typeof value !== 'object') return redacted
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      const inside = Object.hasOwn(fields, name) ? fields[name] : undefined
      return [name, inside === undefined ? inner : redactFields(inner, inside)]
    }),
  )
}
