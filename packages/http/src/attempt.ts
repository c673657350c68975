import { type HeadersLike, HttpError, isSdkError, redactUrl, type Uuid } from '@tiemchung/core'
import ky from 'ky'
import type { Received } from './answer/read-answer.js'
import { errorCatalogue } from './errors.js'
import { tell, visibleHeaders } from './hooks.js'
import type { Hooks, RequestEvent } from './hooks.js'
import type { Plan } from './request/plan.js'
import { Stop, type StopCode } from './scope.js'
import type { Scope } from './scope.js'
import type { HttpWorld } from './world.js'

/** What one attempt is given. */
export interface Attempt {
  readonly plan: Plan
  readonly world: HttpWorld
  readonly hooks: Hooks
  /** Counts from 1. */
  readonly number: number
  readonly requestId: Uuid
  readonly token: string | undefined
  readonly scope: Scope
}

interface Answered {
  readonly status: number
  readonly headers: HeadersLike
  arrayBuffer(): Promise<ArrayBuffer>
}

/** What an observer is told of an attempt. */
export function eventOf(attempt: Attempt, headers: HeadersLike): RequestEvent {
  return {
    method: attempt.plan.method,
    url: redactUrl(attempt.plan.url),
    requestId: attempt.requestId,
    attempt: attempt.number,
    headers: visibleHeaders(headers),
  }
}

/** One request through ky, whose own retries, timeouts and errors are switched off: see docs/decisions. */
async function send(attempt: Attempt, seen: (headers: HeadersLike) => void): Promise<Answered> {
  const { plan, world, token, scope } = attempt
  const response = ky(plan.url, {
    method: plan.method,
    headers: {
      ...plan.headers,
      'x-request-id': attempt.requestId,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(plan.body === undefined ? {} : { body: plan.body as BodyInit }),
    redirect: 'manual',
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    signal: scope.signal,
    fetch: async (request) => {
      seen((request as Request).headers)
      return (await world.fetch(request)) as Response
    },
  })
  return scope.race(response)
}

/** Turns what a fetch threw into one of the four ways to fail. */
export function explain(caught: unknown, scope: Scope, requestId: string): HttpError {
  if (isSdkError(caught) && caught instanceof HttpError) return caught
  const stop = scope.signal.aborted ? (scope.signal.reason as unknown) : caught
  const code: StopCode | 'http.network' = stop instanceof Stop ? stop.code : 'http.network'
  const retryable = code === 'http.network' || code === 'http.timeout'
  return new HttpError(errorCatalogue, code, { cause: caught, requestId, retryable })
}

/**
 * Sends once and reads the answer whole, so that a body that breaks off is a failed attempt.
 *
 * @throws HttpError `http.network`, `http.timeout`, `http.deadline`, `http.cancelled`
 */
export async function attemptOnce(attempt: Attempt): Promise<Received> {
  const started = attempt.world.clock.now().getTime()
  let event: RequestEvent | undefined
  try {
    const answered = await send(attempt, (headers) => {
      event = eventOf(attempt, headers)
      tell(attempt.hooks.onRequest, event)
    })
    const body = new Uint8Array(await attempt.scope.race(answered.arrayBuffer()))
    const serverRequestId = answered.headers.get('x-request-id') ?? undefined
    if (event !== undefined) {
      tell(attempt.hooks.onResponse, {
        ...event,
        status: answered.status,
        responseHeaders: visibleHeaders(answered.headers),
        durationMs: attempt.world.clock.now().getTime() - started,
        ...(serverRequestId === undefined ? {} : { serverRequestId }),
      })
    }
    const requestId = serverRequestId ?? attempt.requestId
    return { status: answered.status, headers: answered.headers, requestId, body }
  } catch (caught) {
    throw explain(caught, attempt.scope, attempt.requestId)
  }
}
