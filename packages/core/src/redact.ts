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

/** A URL without user, password and fragment, and with every query value taken out; names stay. */
export function redactUrl(url: string): string {
  const [beforeFragment = ''] = url.split('#', 1)
  const [address = '', query] = beforeFragment.split('?', 2)
  const bare = address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1')
  if (query === undefined) return bare
  const names = query.split('&').map((pair) => `${pair.split('=', 1)[0] ?? ''}=${redacted}`)
  return `${bare}?${names.join('&')}`
}

/** The last characters of a text with the rest masked: `•••••••789`. For screens, not for logs. */
export function maskTail(text: string, shown = 3): string {
  const characters = [...text]
  const hidden = Math.max(0, characters.length - shown)
  return '•'.repeat(hidden) + characters.slice(hidden).join('')
}

/** Which fields of a document hold a person's data: `true` for a whole value, or a tree of names. */
export type SensitiveFields = true | { readonly [name: string]: SensitiveFields }

/** A copy of a document with the sensitive fields masked; `*` in the tree stands for list items. */
export function redactFields(value: unknown, fields: SensitiveFields): unknown {
  if (value === undefined || value === null) return value
  if (fields === true) return redacted
  if (Array.isArray(value)) {
    const each = fields['*']
    return each === undefined ? value : value.map((inner: unknown) => redactFields(inner, each))
  }
  if (typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      const inside = fields[name]
      return [name, inside === undefined ? inner : redactFields(inner, inside)]
    }),
  )
}
