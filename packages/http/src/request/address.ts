import { InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Query } from '../http.js'

/** RFC 3986 `pchar` and slashes: nothing that a URL parser would strip, decode or read as another part. */
const pathPattern = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*$/

/** What a parser, a proxy or a server takes for the border of a segment; parameters begin with `;`. */
const border = '/|%2f|%5c'
const dotSegment = new RegExp(`(?:^|${border})(?:\\.|%2e){1,2}(?:${border}|;|%3b|$)`, 'i')

/** Control characters, which no identifier holds. */
const control = /%(?:[01][0-9a-f]|7f)/i

/**
 * The base of all addresses, without a slash at its end.
 *
 * @throws InputError `http.base-url`
 */
export function baseAddress(text: string): string {
  const refuse = () => new InputError(errorCatalogue, 'http.base-url', { path: ['baseUrl'] })
  if (!URL.canParse(text)) throw refuse()
  const url = new URL(text)
  const clean = url.username === '' && url.password === '' && !/[?#]/.test(text)
  if (!clean || !/^https?:$/.test(url.protocol)) throw refuse()
  return url.href.replace(/\/+$/, '')
}

/**
 * The address of a call. A path can neither leave the base nor carry a query of its own.
 *
 * @throws InputError `http.path`
 */
export function address(base: string, path: string, query: Query = {}): string {
  if (!pathPattern.test(path) || dotSegment.test(path) || control.test(path)) {
    throw new InputError(errorCatalogue, 'http.path')
  }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) {
      search.append(name, String(one).normalize('NFC'))
    }
  }
  const text = search.toString()
  return `${base}/${path.replace(/^\/+/, '')}${text === '' ? '' : `?${text}`}`
}
