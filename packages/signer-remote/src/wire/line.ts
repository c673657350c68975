import {
  type AbortSignalLike,
  type FetchLike,
  HttpError,
  isSdkError,
  SigningError,
} from '@tiemchung/core'
import { createHttp, type Http, type HttpOptions } from '@tiemchung/http'
import { errorCatalogue } from '@tiemchung/signing'
import type { RemoteWorld } from '../world.js'
import { type Loose, objectOf, textOf } from './loose.js'

/**
 * What became of a request: an answer, a refusal with the provider's word for it, or nothing that could be
 * read, so that nobody knows whether it was carried out.
 */
export type Answer =
  | { readonly kind: 'said'; readonly body: Loose }
  | { readonly kind: 'refused'; readonly status: number; readonly word: string }
  | { readonly kind: 'lost' }

/** What a request carries beside its body: the value of `authorization`. */
export type Authorization = string | undefined

/** The wire to one provider during one call. */
export interface Line {
  /** Asks for something that changes nothing; again when the answer was lost. */
  read(path: string, body: object, authorization?: Authorization): Promise<Answer>
  /** Sends once and never again. */
  once(path: string, body: object, authorization?: Authorization): Promise<Answer>
  /** Sends a form once, as OAuth 2 asks for it. */
  form(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>
}

/** The parts of an HTTP client that callers may set. */
export type RemoteHttpOptions = Pick<HttpOptions, 'hooks' | 'timeouts' | 'retry' | 'userAgent'>

const words = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/

/** The CSC API's word of error, where a body has one. Its sentence may quote anything and is not read. */
export function errorWordIn(body: Loose): string | undefined {
  const word = textOf(body, 'error')
  return words.test(word) ? word : undefined
}

function errorWord(text: string): string | undefined {
  try {
    return errorWordIn(objectOf(JSON.parse(text)))
  } catch {
    return undefined
  }
}

interface Answered {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  text(): Promise<string>
}

/** A `fetch` that says the error word of a refusal in the way that our HTTP client reads. */
function withErrorWords(fetch: FetchLike): FetchLike {
  return async (request) => {
    const response = (await fetch(request)) as Answered
    if (response.status < 400 || response.status >= 500) return response
    const code = errorWord(await response.text())
    const wait = response.headers.get('retry-after')
    const headers: Record<string, string> = wait === null ? {} : { 'retry-after': wait }
    const body = JSON.stringify(code === undefined ? {} : { code })
    return new Response(body, { status: response.status, headers })
  }
}

/** A client of the provider at an address of the caller's. `longest` is how long one call may hang, in seconds. */
export function providerHttp(
  baseUrl: string,
  world: RemoteWorld,
  options: RemoteHttpOptions = {},
  longest?: number,
): Http {
  const { clock, random, sleep, fetch } = world
  const held = longest === undefined ? {} : { attemptMs: longest * 1000, totalMs: longest * 1000 }
  return createHttp({
    ...options,
    baseUrl,
    ...{ clock, random, sleep },
    fetch: withErrorWords(fetch),
    timeouts: { ...options.timeouts, ...held },
  })
}

/** Statuses that say nothing of whether the request was carried out. */
const silent: ReadonlySet<number> = new Set([408, 425])

function refusalOf(caught: unknown): Answer | undefined {
  if (!(caught instanceof HttpError) || caught.status === undefined) return undefined
  const { status, problem } = caught
  if (status < 400 || status >= 500 || silent.has(status)) return undefined
  return { kind: 'refused', status, word: problem ?? '' }
}

/**
 * What a failed request comes to. Nothing of what was sent or answered is kept.
 *
 * @throws SigningError `signing.stopped`
 * @throws InputError `http.*` when nothing could be sent at all
 */
function failed(caught: unknown, signal: AbortSignalLike | undefined): Answer {
  const refusal = refusalOf(caught)
  if (refusal !== undefined) return refusal
  stopIfAsked(signal)
  if (isSdkError(caught) && caught.name === 'InputError') throw caught
  return { kind: 'lost' }
}

/**
 * Ends a call that its caller has given up.
 *
 * @throws SigningError `signing.stopped`
 */
export function stopIfAsked(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted === true) throw new SigningError(errorCatalogue, 'signing.stopped')
}

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }

const authorized = (authorization: Authorization): Readonly<Record<string, string>> =>
  authorization === undefined ? {} : { authorization }

/** The wire of one call. */
export function lineOf(http: Http, base: string, signal: AbortSignalLike | undefined): Line {
  const send = async (
    path: string,
    body: object | string,
    headers: Readonly<Record<string, string>>,
    each: { readonly idempotencyKey?: false },
  ): Promise<Answer> => {
    stopIfAsked(signal)
    const stop = signal === undefined ? {} : { signal }
    const data = await http.post(`${base}/${path}`, { body, headers, ...stop, ...each })
    return { kind: 'said', body: objectOf(data) }
  }
  return {
    read: async (path, body, authorization) => {
      try {
        return await send(path, body, authorized(authorization), {})
      } catch (caught) {
        return failed(caught, signal)
      }
    },
    once: async (path, body, authorization) => {
      try {
        return await send(path, body, authorized(authorization), { idempotencyKey: false })
      } catch (caught) {
        return failed(caught, signal)
      }
    },
    form: async (path, fields) => {
      try {
        const body = new URLSearchParams(fields).toString()
        return await send(path, body, formHeaders, { idempotencyKey: false })
      } catch (caught) {
        return failed(caught, signal)
      }
    },
  }
}
