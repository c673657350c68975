import {
  type AbortSignalLike,
  type FetchLike,
  HttpError,
  InputError,
  isSdkError,
  systemFetch,
} from '@tiemchung/core'
import { fetchErrors } from '../errors/fetch-errors.js'
import { type Deadline, deadline } from './deadline.js'
import { hostRequest } from './host.js'
import { type Answer, discard, readBody } from './read-body.js'

/** How a document is fetched. */
export interface FetchDocumentOptions {
  /** Default: the host's. */
  readonly fetch?: FetchLike
  /** The `etag` of the document at hand: an answer that it is still the same is `unchanged`. */
  readonly etag?: string | undefined
  /** The most bytes that are read, unpacked. Default 8 MiB. */
  readonly maxBytes?: number
  /** Milliseconds for everything together, redirects and body included. Default 30,000. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignalLike
}

/** What came. Nobody's signature was checked. */
export type FetchedDocument =
  | {
      readonly status: 'fresh'
      readonly bytes: Uint8Array
      /** To be given the next time; undefined when the server states none. */
      readonly etag: string | undefined
    }
  | { readonly status: 'unchanged' }

const defaultBytes = 8_388_608
const mostRedirects = 5
const redirects: readonly number[] = [301, 302, 303, 307, 308]
const localHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

type FetchCode = keyof typeof fetchErrors

const refusal = (code: FetchCode, status?: number) =>
  new HttpError(fetchErrors, code, {
    ...(status === undefined ? {} : { status, params: { status } }),
    retryable: status !== undefined && (status === 429 || status >= 500),
  })

/** An address, absolute or from another; undefined for what is none. */
function urlOf(text: string, from?: URL): URL | undefined {
  try {
    return new URL(text, from)
  } catch {
    return undefined
  }
}

/** https, or http on this machine for development; no name and password. */
function addressOf(text: string): URL {
  const url = urlOf(text)
  const local = url?.protocol === 'http:' && localHosts.includes(url.hostname)
  const sound = (url?.protocol === 'https:' || local) && url?.username === '' && url.password === ''
  if (url === undefined || !sound) throw new InputError(fetchErrors, 'certificate-fetch.address')
  url.hash = ''
  return url
}

/** RFC 9110 section 8.8.3; anything else is neither kept nor sent. */
const soundEtag = (text: string | null | undefined): string | undefined =>
  typeof text === 'string' && text.length <= 1024 && /^(?:W\/)?"[\x21\x23-\x7e]*"$/.test(text)
    ? text
    : undefined

/** Where an answer sends us on: to the same origin or nowhere. */
function nextAddress(answer: Answer, from: URL): URL | undefined {
  if (answer.type === 'opaqueredirect') throw refusal('certificate-fetch.redirect')
  const came = answer.url === undefined || answer.url === '' ? from : urlOf(answer.url)
  if (came?.origin !== from.origin) throw refusal('certificate-fetch.redirect')
  if (!redirects.includes(answer.status)) return undefined
  const next = urlOf(answer.headers.get('location') ?? '//', from)
  // A blob has the origin of the page that made it, and a name with its password none of its own.
  const sound = next?.origin === from.origin && next.protocol === from.protocol
  if (!sound || next.username !== '' || next.password !== '') {
    throw refusal('certificate-fetch.redirect')
  }
  return next
}

async function answerOf(
  url: URL,
  etag: string | undefined,
  fetch: FetchLike,
  { within, signal }: Deadline,
): Promise<Answer> {
  const headers = { accept: 'application/json, */*;q=0.5' }
  const asked = etag === undefined ? headers : { ...headers, 'if-none-match': etag }
  let from = url
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const answer = (await within(fetch(hostRequest(from.href, asked, signal)))) as Answer
    const next = nextAddress(answer, from)
    if (next === undefined) return answer
    discard(answer.body)
    from = next
  }
  throw refusal('certificate-fetch.redirect')
}

async function exchange(
  url: URL,
  options: FetchDocumentOptions,
  limit: Deadline,
): Promise<FetchedDocument> {
  const { fetch = systemFetch, maxBytes = defaultBytes } = options
  const etag = soundEtag(options.etag)
  try {
    const answer = await answerOf(url, etag, fetch, limit)
    if (answer.status === 304 && etag !== undefined) {
      discard(answer.body)
      return { status: 'unchanged' }
    }
    if (answer.status !== 200) {
      discard(answer.body)
      throw refusal('certificate-fetch.status', answer.status)
    }
    const bytes = await readBody(answer, maxBytes, limit)
    return { status: 'fresh', bytes, etag: soundEtag(answer.headers.get('etag')) }
  } catch (caught) {
    if (isSdkError(caught) || limit.signal.aborted) throw caught
    throw new HttpError(fetchErrors, 'certificate-fetch.network', {
      cause: caught,
      retryable: true,
    })
  }
}

/**
 * The bytes of a list at an address, or `unchanged` when the one at hand is still the same.
 *
 * It is the one function here that uses a network, and it believes nobody: check what came with `openSnapshot`
 * or a loader. Only https (http on this machine, for development), no redirect to another origin, and limits on
 * bytes, counted while they come and unpacked, and on the time of the whole. A host without streams in its
 * answers reads only what states its length.
 *
 * @throws InputError `certificate-fetch.address`, `certificate-fetch.limits`
 * @throws HttpError `certificate-fetch.network`, `.timeout`, `.redirect`, `.status`, `.too-large`; the signal's
 *   reason when it fires
 * @example
 * ```ts
 * import { fetchDocument, openSnapshot } from '@tiemchung/certificates/trust'
 * async function update(address: string, pin: string, key: Uint8Array, etag?: string) {
 *   const fetched = await fetchDocument(address, { etag })
 *   if (fetched.status === 'unchanged') return undefined
 *   return openSnapshot(fetched.bytes, { pins: [pin], keys: [key], at: new Date() })
 * }
 * ```
 */
export async function fetchDocument(
  address: string,
  options: FetchDocumentOptions = {},
): Promise<FetchedDocument> {
  const { timeoutMs = 30_000, maxBytes = defaultBytes, signal } = options
  const url = addressOf(address)
  if (!(timeoutMs > 0) || !(maxBytes >= 0)) {
    throw new InputError(fetchErrors, 'certificate-fetch.limits')
  }
  const limit = deadline(timeoutMs, signal)
  try {
    return await exchange(url, options, limit)
  } finally {
    limit.end()
  }
}
