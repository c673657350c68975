import { type Catalogue, fromUtf8, HttpError, isSdkError, redactUrl } from '@tiemchung/core'
import { readProblem } from './answer/problem.js'
import { type Outgoing, outgoing, type Received, send } from './attempt.js'
import { errorCatalogue } from './errors.js'
import { type Hooks, tell } from './hooks.js'
import type { RequestOptions } from './http.js'
import type { Plan } from './request/plan.js'
import { backoffMs, type RetryRule } from './retry/backoff.js'
import { retryAfterMs } from './retry/retry-after.js'
import { mayPass } from './retry/statuses.js'
import { openScope, type Scope, Stop } from './scope.js'
import type { TokenSource } from './tokens.js'
import type { HttpWorld } from './world.js'

/** Everything that the calls of one client share. */
export interface Line {
  readonly world: HttpWorld
  readonly attemptMs: number
  readonly totalMs: number
  readonly rule: RetryRule
  readonly hooks: Hooks
  readonly tokens: TokenSource | undefined
  readonly catalogue: Catalogue
}

/** One call under way. */
interface Call {
  readonly line: Line
  readonly plan: Plan
  readonly scope: Scope
  readonly shownUrl: string
  readonly deadline: number
}

/** A failed attempt, and how long the server asks to wait before the next. */
interface Failure {
  readonly error: HttpError
  readonly event: Outgoing['event']
  readonly waitMs?: number | undefined
}

const redirects: ReadonlySet<number> = new Set([0, 301, 302, 303, 307, 308])

/**
 * Carries a call through: attempts, waits, one replay with a fresh token, one deadline over all.
 *
 * @throws HttpError every code but `http.schema`
 */
export async function call(
  line: Line,
  plan: Plan,
  signal: RequestOptions['signal'],
): Promise<Received> {
  const { clock, alarm } = line.world
  const deadline = clock.now().getTime() + line.totalMs
  const shownUrl = redactUrl(plan.url)
  const scope = openScope({
    alarm,
    milliseconds: line.totalMs,
    code: 'http.deadline',
    within: signal,
    reason: (outer) => new Stop('http.cancelled', outer.reason),
  })
  let attempt = 1
  const underWay: Call = { line, plan, scope, shownUrl, deadline }
  try {
    for (; ; attempt += 1) {
      const outcome = await oneAttempt(underWay, attempt)
      if ('status' in outcome) return outcome
      await waitAfter(underWay, outcome, attempt)
    }
  } catch (caught) {
    if (isSdkError(caught)) {
      const error = caught.toJSON()
      tell(line.hooks.onError, { method: plan.method, url: shownUrl, attempt, error })
    }
    throw caught
  } finally {
    scope.close()
  }
}

/** One attempt, with one replay when the server refuses the token. */
async function oneAttempt(under: Call, attempt: number): Promise<Received | Failure> {
  const { tokens } = under.line
  if (tokens === undefined) return exchange(under, attempt, undefined)
  const token = await stoppable(under, tokens.get())
  const first = await exchange(under, attempt, token)
  if ('status' in first || first.error.status !== 401) return first
  return exchange(under, attempt, await stoppable(under, tokens.get(token)))
}

/** Waits for a token, but not longer than the call may last. */
async function stoppable<Value>(under: Call, work: Promise<Value>): Promise<Value> {
  try {
    return await under.scope.race(work)
  } catch (caught) {
    throw caught instanceof Stop ? stopped(caught, under.plan, undefined) : caught
  }
}

async function exchange(
  under: Call,
  attempt: number,
  token: string | undefined,
): Promise<Received | Failure> {
  const { line, plan, scope: outer } = under
  const request = outgoing(line.world, plan, attempt, under.shownUrl, token)
  const scope = openScope({
    alarm: line.world.alarm,
    milliseconds: line.attemptMs,
    code: 'http.timeout',
    within: outer.signal,
    reason: ({ reason }) => reason as Stop,
  })
  try {
    const sent = send(line.world, line.hooks, request, scope.signal)
    return judged(under, request, await scope.race(sent))
  } catch (cause) {
    return { error: broken(under, request, scope, cause), event: request.event }
  } finally {
    scope.close()
  }
}

/** The error of an exchange that brought no answer; the end of the whole call is thrown at once. */
function broken(under: Call, request: Outgoing, scope: Scope, cause: unknown): HttpError {
  const stop: unknown = scope.signal.reason
  if (!(stop instanceof Stop)) {
    return new HttpError(errorCatalogue, 'http.network', {
      cause,
      requestId: request.requestId,
      retryable: under.plan.repeatable,
    })
  }
  const error = stopped(stop, under.plan, request.requestId)
  if (stop.code !== 'http.timeout') throw error
  return error
}

function stopped(stop: Stop, plan: Plan, requestId: string | undefined): HttpError {
  return new HttpError(errorCatalogue, stop.code, {
    cause: stop.cause,
    retryable: plan.repeatable && stop.code !== 'http.cancelled',
    ...(requestId === undefined ? {} : { requestId }),
  })
}

/** An answer, or the failure that its status says. */
function judged(under: Call, request: Outgoing, received: Received): Received | Failure {
  const { status, headers, requestId } = received
  if (status >= 200 && status < 300) return received
  const { event } = request
  if (redirects.has(status)) {
    return { event, error: new HttpError(errorCatalogue, 'http.redirect', { status, requestId }) }
  }
  const waitMs = retryAfterMs(headers, under.line.world.clock)
  const problem = readProblem(textOf(received.body), under.line.catalogue)
  const error = new HttpError(errorCatalogue, 'http.status', {
    status,
    requestId,
    params: { status },
    issues: problem.issues,
    retryable: under.plan.repeatable && mayPass(status, waitMs),
    ...(problem.code === undefined ? {} : { problem: problem.code }),
  })
  return { event, error, waitMs }
}

function textOf(body: Uint8Array): string {
  try {
    return fromUtf8(body)
  } catch {
    return ''
  }
}

/** Waits for the next attempt, or throws the failure when there is none to be made. */
async function waitAfter(under: Call, failure: Failure, attempt: number): Promise<void> {
  const { line, scope } = under
  const { clock, random, sleep } = line.world
  const { error } = failure
  if (!error.retryable || attempt >= line.rule.attempts) throw error
  const waitMs = failure.waitMs ?? backoffMs(line.rule, attempt, random)
  const tooLong = waitMs > line.rule.capMs || clock.now().getTime() + waitMs >= under.deadline
  if (tooLong) throw error
  tell(line.hooks.onRetry, { ...failure.event, error: error.toJSON(), waitMs })
  try {
    await scope.race(sleep(waitMs, scope.signal))
  } catch (caught) {
    const stop: unknown = scope.signal.reason
    if (!(stop instanceof Stop)) throw caught
    throw stopped(new Stop(stop.code, stop.cause ?? error), under.plan, error.requestId)
  }
}
