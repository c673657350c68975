import { type Clock, InputError, type Language, type RandomSource, uuidv7 } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Method, RequestOptions } from '../http.js'
import { address } from './address.js'
import { type Payload, payloadOf } from './body.js'

/** What of a client goes into every request. */
export interface Sender {
  readonly base: string
  readonly userAgent: string | undefined
  readonly language: Language | undefined
  readonly clock: Clock
  readonly random: RandomSource
}

/** A call before its first attempt: everything that all attempts share. */
export interface Plan {
  readonly method: Method
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Payload['body']
  /** Whether sending it twice does what sending it once does. */
  readonly repeatable: boolean
}

/** Still a draft of the IETF (draft-ietf-httpapi-idempotency-key-header). */
const keyHeader = 'idempotency-key'

const headerName = /^[!#$%&'*+.^_`|~0-9a-z-]+$/
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/
const visible = /^[\x21-\x7e]{1,255}$/

/** The methods that change nothing (RFC 9110 section 9.2.1). Every other one is a write and has a key. */
const safe: ReadonlySet<string> = new Set<Method>(['GET'])

function refuseHeader(): never {
  throw new InputError(errorCatalogue, 'http.header', { path: ['headers'] })
}

function callerHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  // A key among the headers would be taken for one of the call and not be it.
  return lower.some(([name]) => name === keyHeader) ? refuseHeader() : Object.fromEntries(lower)
}

function wellFormed(headers: Record<string, string | undefined>): Record<string, string> {
  const checked: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    if (!headerName.test(name) || !headerValue.test(value)) refuseHeader()
    checked[name] = value
  }
  return checked
}

function keyOf(method: Method, sender: Sender, options: RequestOptions): string | undefined {
  const given = options.idempotencyKey
  if (given === false) return undefined
  if (given === undefined) return safe.has(method) ? undefined : uuidv7(sender)
  if (visible.test(given)) return given
  throw new InputError(errorCatalogue, 'http.idempotency-key', { path: ['idempotencyKey'] })
}

/**
 * Settles what all attempts of a call share, its idempotency key first of all.
 *
 * @throws InputError `http.path`, `http.header`, `http.body`, `http.idempotency-key`
 */
export async function plan(
  sender: Sender,
  method: Method,
  path: string,
  options: RequestOptions & { readonly as?: 'bytes' },
): Promise<Plan> {
  const key = keyOf(method, sender, options)
  const url = address(sender.base, path, options.query)
  const given = callerHeaders(options.headers ?? {})
  if (method === 'GET' && options.body !== undefined) {
    throw new InputError(errorCatalogue, 'http.body', { path: ['body'] })
  }
  const { body, contentType } = await payloadOf(options.body)
  const headers = wellFormed({
    accept: options.as === 'bytes' ? '*/*' : 'application/json, application/problem+json',
    'accept-language': sender.language,
    'user-agent': sender.userAgent,
    'content-type': contentType,
    ...given,
    [keyHeader]: key,
  })
  return { method, url, headers, body, repeatable: safe.has(method) || key !== undefined }
}
