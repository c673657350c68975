import { InputError } from '@tiemchung/core'
import type { Expected } from './answer/data.js'
import { call } from './call.js'
import { errorCatalogue } from './errors.js'
import { eventsOf } from './events/events.js'
import type {
  Answer,
  EventsOptions,
  Http,
  HttpOptions,
  Method,
  PagesOptions,
  RequestOptions,
  Verb,
} from './http.js'
import type { Line } from './line.js'
import { type PageRequest, pagesOf } from './pages.js'
import { baseAddress } from './request/address.js'
import { plan, type Sender } from './request/plan.js'
import { tokenSource } from './tokens.js'
import { type HttpWorld, systemWorld } from './world.js'

/** The longest that a host's timer can wait. */
const longestMs = 2 ** 31 - 1

function positive(name: string, value: number): number {
  if (Number.isFinite(value) && value > 0 && value <= longestMs) return value
  throw new InputError(errorCatalogue, 'http.option', { path: [name] })
}

function count(name: string, value: number): number {
  if (Number.isInteger(value)) return positive(name, value)
  throw new InputError(errorCatalogue, 'http.option', { path: [name] })
}

function lineOf(options: HttpOptions, world: HttpWorld): Line {
  const { timeouts = {}, retry = {} } = options
  const attemptMs = positive('attemptMs', timeouts.attemptMs ?? 15_000)
  return {
    world,
    attemptMs,
    totalMs: positive('totalMs', timeouts.totalMs ?? 60_000),
    maxBytes: count('maxBytes', options.maxBytes ?? 2 ** 25),
    rule: {
      attempts: count('attempts', retry.attempts ?? 3),
      baseMs: positive('baseMs', retry.baseMs ?? 300),
      capMs: positive('capMs', retry.capMs ?? 60_000),
    },
    hooks: options.hooks ?? {},
    tokens: options.tokens && tokenSource(options.tokens, { ...world, milliseconds: attemptMs }),
    catalogue: options.catalogue ?? {},
    saysTokenExpired: options.saysTokenExpired,
  }
}

/** The line of one call, which may try less often or more. */
function lineFor(line: Line, { attempts }: RequestOptions): Line {
  if (attempts === undefined) return line
  return { ...line, rule: { ...line.rule, attempts: count('attempts', attempts) } }
}

/**
 * A client of one HTTP service that speaks JSON and problem documents (RFC 9457).
 *
 * Safe and keyed requests are tried again after failures that may pass, always under the idempotency
 * key chosen before the first attempt. It does not establish that a server honours the key, and it does
 * not remember a request beyond the call: an outbox does.
 *
 * @throws InputError `http.base-url`, `http.option`
 * @example
 * ```ts
 * import { createHttp } from '@tiemchung/http'
 *
 * const http = createHttp({ baseUrl: 'https://api.example.vn/v1', timeouts: { attemptMs: 5_000 } })
 * await http.put('/facilities/01234', { body: { open: true } })
 * const facilities = await http.pages('/facilities').toArray({ limit: 10 })
 * facilities.length // => at most 10
 * ```
 */
export function createHttp(options: HttpOptions): Http {
  const { fetch, clock, random, sleep, alarm } = { ...systemWorld, ...given(options) }
  const world: HttpWorld = { fetch, clock, random, sleep, alarm }
  const line = lineOf(options, world)
  const sender: Sender = {
    base: baseAddress(options.baseUrl),
    userAgent: options.userAgent,
    language: options.language,
    clock,
    random,
  }
  const request = async (
    method: Method,
    path: string,
    each: RequestOptions & Expected = {},
  ): Promise<Answer<unknown>> =>
    call(lineFor(line, each), await plan(sender, method, path, each), each)
  const verb = (method: Method) =>
    (async (path: string, each?: RequestOptions & Expected) =>
      (await request(method, path, each)).data) as Verb
  return {
    request: request as Http['request'],
    get: verb('GET'),
    post: verb('POST'),
    put: verb('PUT'),
    patch: verb('PATCH'),
    delete: verb('DELETE'),
    pages: (path: string, each: PagesOptions = {}) =>
      pagesOf(((one) => request('GET', path, one)) as PageRequest, each),
    events: (path: string, each: EventsOptions = {}) =>
      eventsOf(line, (headers) => plan(sender, 'GET', path, { ...each, headers }), each),
  }
}

/** The members that are there, so that an explicit undefined does not hide a default. */
function given(options: HttpOptions): Partial<HttpWorld> {
  const { fetch, clock, random, sleep, alarm } = options
  const named = Object.entries({ fetch, clock, random, sleep, alarm })
  return Object.fromEntries(named.filter(([, value]) => value !== undefined))
}
