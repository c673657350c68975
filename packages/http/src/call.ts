import { type AbortSignalLike, HttpError, redactUrl, uuidv7 } from '@tiemchung/core'
import { errorOf, type Received } from './answer/read-answer.js'
import { type Attempt, attemptOnce, explain } from './attempt.js'
import { errorCatalogue } from './errors.js'
import { type Hooks, tell } from './hooks.js'
import type { Plan } from './request/plan.js'
import { backoffMs, type RetryRule } from './retry/backoff.js'
import { retryAfterMs } from './retry/retry-after.js'
import { mayPass } from './retry/statuses.js'
import { openScope, type Scope, Stop } from './scope.js'
import type { TokenSource } from './tokens.js'
import type { HttpWorld } from './world.js'

/** What all calls of a client share. */
export interface Caller {
  readonly world: HttpWorld
  readonly hooks: Hooks
  readonly tokens: TokenSource | undefined
  readonly rule: RetryRule
  readonly attemptMs: number
  readonly totalMs: number
}

const unauthorized = 401

/** The outcome of one attempt: what came, or why nothing did. */
type Outcome =
  | { readonly error?: undefined; readonly received: Received }
  | { readonly error: HttpError; readonly waitMs?: number }

async function tryOnce(
  caller: Caller,
  plan: Plan,
  within: Scope,
  number: number,
  token: string | undefined,
): Promise<Outcome> {
  const requestId = uuidv7(caller.world)
  const scope = openScope({
    alarm: caller.world.alarm,
    milliseconds: caller.attemptMs,
    code: 'http.timeout',
    within: within.signal,
    reason: (signal) => signal.reason as Stop,
  })
  const { world, hooks } = caller
  const attempt: Attempt = { plan, world, hooks, number, requestId, token, scope }
  try {
    const received = await attemptOnce(attempt)
    const asked = retryAfterMs(received.headers, world.clock)
    const error = errorOf(plan, received, plan.repeatable && mayPass(received.status, asked))
    if (error === undefined) return { received }
    return { error, ...(asked === undefined ? {} : { waitMs: asked }) }
  } catch (caught) {
    const error = explain(caught, scope, requestId)
    return { error: plan.repeatable ? error : unrepeatable(error) }
  } finally {
    scope.close()
  }
}

/** The same error of a request that must not be sent twice. */
function unrepeatable(error: HttpError): HttpError {
  const { code, cause, requestId } = error
  return new HttpError(errorCatalogue, code, {
    cause,
    ...(requestId === undefined ? {} : { requestId }),
  })
}

/** How long to wait before another attempt, or undefined when there is to be none. */
function nextWait(
  caller: Caller,
  failed: { readonly error: HttpError; readonly waitMs?: number },
  number: number,
): number | undefined {
  if (!failed.error.retryable || number >= caller.rule.attempts) return undefined
  const asked = failed.waitMs
  if (asked === undefined) return backoffMs(caller.rule, number, caller.world.random)
  return asked > caller.rule.capMs ? undefined : asked
}

async function loop(caller: Caller, plan: Plan, scope: Scope): Promise<Received> {
  let token = await tokenFor(caller, scope)
  let replayed = false
  for (let number = 1; ; number += 1) {
    const outcome = await tryOnce(caller, plan, scope, number, token)
    if (outcome.error === undefined) return outcome.received
    if (outcome.error.status === unauthorized && token !== undefined && !replayed) {
      replayed = true
      token = await tokenFor(caller, scope, token)
      continue
    }
    const waitMs = nextWait(caller, outcome, number)
    if (waitMs === undefined) throw outcome.error
    tell(caller.hooks.onRetry, {
      method: plan.method,
      url: redactUrl(plan.url),
      requestId: outcome.error.requestId ?? '',
      attempt: number,
      headers: {},
      error: outcome.error.toJSON(),
      waitMs,
    })
    await scope.race(caller.world.sleep(waitMs, scope.signal))
  }
}

async function tokenFor(
  caller: Caller,
  scope: Scope,
  refused?: string,
): Promise<string | undefined> {
  return caller.tokens === undefined ? undefined : scope.race(caller.tokens.get(refused))
}

/**
 * Sends a planned call until it is answered, cannot be, or time is up.
 *
 * @throws HttpError see {@link Http}
 */
export async function call(
  caller: Caller,
  plan: Plan,
  signal: AbortSignalLike | undefined,
): Promise<Received> {
  const scope = openScope({
    alarm: caller.world.alarm,
    milliseconds: caller.totalMs,
    code: 'http.deadline',
    within: signal,
    reason: (ended) => new Stop('http.cancelled', ended.reason),
  })
  try {
    return await loop(caller, plan, scope)
  } catch (caught) {
    const error = explain(caught, scope, '')
    tell(caller.hooks.onError, {
      method: plan.method,
      url: redactUrl(plan.url),
      attempt: 0,
      error: error.toJSON(),
    })
    throw error
  } finally {
    scope.close()
  }
}
