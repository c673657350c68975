import { dataOf, type Wanted } from './answer/read-answer.js'
import { type Caller, call } from './call.js'
import type { Answer, Http, HttpOptions, Method, PagesOptions, RequestOptions } from './http.js'
import { readPages } from './pages.js'
import { baseAddress } from './request/address.js'
import { plan, type Sender } from './request/plan.js'
import { tokenSource } from './tokens.js'
import { type HttpWorld, systemWorld } from './world.js'

const defaults = { attemptMs: 15_000, totalMs: 60_000, attempts: 3, baseMs: 300, capMs: 60_000 }

function worldOf(options: HttpOptions): HttpWorld {
  return {
    fetch: options.fetch ?? systemWorld.fetch,
    clock: options.clock ?? systemWorld.clock,
    random: options.random ?? systemWorld.random,
    sleep: options.sleep ?? systemWorld.sleep,
    alarm: options.alarm ?? systemWorld.alarm,
  }
}

/**
 * A client of one HTTP service.
 *
 * It does not follow redirects, keeps no cookies and caches nothing. It does not know what an answer
 * means: give a schema for what must be checked.
 *
 * @throws InputError `http.base-url`
 * @example
 * ```ts
 * import { createHttp } from '@tiemchung/http'
 * const http = createHttp({ baseUrl: 'https://platform.example.vn', timeouts: { attemptMs: 5_000 } })
 * const facilities = await http.pages('/v1/facilities').toArray({ limit: 10 })
 * facilities.length // => at most 10
 * ```
 */
export function createHttp(options: HttpOptions): Http {
  const world = worldOf(options)
  const sender: Sender = {
    base: baseAddress(options.baseUrl),
    userAgent: options.userAgent,
    language: options.language,
    clock: world.clock,
    random: world.random,
    catalogue: options.catalogue ?? {},
  }
  const caller: Caller = {
    world,
    hooks: options.hooks ?? {},
    tokens: options.tokens && tokenSource(options.tokens, world.clock),
    rule: {
      attempts: options.retry?.attempts ?? defaults.attempts,
      baseMs: options.retry?.baseMs ?? defaults.baseMs,
      capMs: options.retry?.capMs ?? defaults.capMs,
    },
    attemptMs: options.timeouts?.attemptMs ?? defaults.attemptMs,
    totalMs: options.timeouts?.totalMs ?? defaults.totalMs,
  }
  const request = async (
    method: Method,
    path: string,
    how: RequestOptions & Wanted = {},
  ): Promise<Answer<unknown>> => {
    const received = await call(caller, await plan(sender, method, path, how), how.signal)
    const { status, requestId, headers } = received
    return { data: dataOf(received, how), status, requestId, headers }
  }
  const verb = (method: Method) => async (path: string, how?: RequestOptions & Wanted) =>
    (await request(method, path, how)).data
  return {
    request: request as Http['request'],
    get: verb('GET') as Http['get'],
    post: verb('POST') as Http['post'],
    put: verb('PUT') as Http['put'],
    patch: verb('PATCH') as Http['patch'],
    delete: verb('DELETE') as Http['delete'],
    pages: ((path: string, how: PagesOptions = {}) =>
      readPages(request as Http['request'], path, how)) as Http['pages'],
  }
}
