import { HttpError, isSdkError, redactUrl } from '@tiemchung/core'
import { dataOf, type Expected, type Whole } from './answer/data.js'
import { jsonOf, type Refusal, refusalOf } from './answer/refusal.js'
import { type Outgoing, outgoing, type Received, send } from './attempt.js'
import { errorCatalogue } from './errors.js'
import { tell } from './hooks.js'
import type { Answer, RequestOptions } from './http.js'
import type { Line } from './line.js'
import type { Plan } from './request/plan.js'
import { backoffMs } from './retry/backoff.js'
import { openScope, type Scope, Stop } from './scope.js'

/** One call under way. */
interface Call {
  readonly line: Line
  readonly plan: Plan
  readonly scope: Scope
  readonly shownUrl: string
  readonly deadline: number
}

/** A failed attempt. */
interface Failure extends Partial<Refusal> {
  readonly error: HttpError
  readonly event: Outgoing['event']
}

/** Carries a call through: attempts, waits, one replay with a fresh token, one deadline over all. */
export async function call(
  line: Line,
  plan: Plan,
  each: Pick<RequestOptions, 'signal' | 'onProblem'> & Expected,
): Promise<Answer<unknown>> {
  const { clock, alarm } = line.world
  const deadline = clock.now().getTime() + line.totalMs
  const shownUrl = redactUrl(plan.url)
  const scope = openScope({
    alarm,
    milliseconds: line.totalMs,
    code: 'http.deadline',
    within: each.signal,
    reason: (outer) => new Stop('http.cancelled', outer.reason),
  })
  let attempt = 1
  const underWay: Call = { line, plan, scope, shownUrl, deadline }
  try {
    for (; ; attempt += 1) {
      const outcome = await oneAttempt(underWay, attempt)
      if ('status' in outcome) {
        const { status, requestId, headers } = outcome
        return { data: dataOf(outcome, each), status, requestId, headers }
      }
      if (outcome.document !== undefined) tell(each.onProblem, outcome.document)
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
async function oneAttempt(under: Call, attempt: number): Promise<Whole | Failure> {
  const { tokens } = under.line
  if (tokens === undefined) return exchange(under, attempt, undefined)
  const token = await stoppable(under, tokens.get())
  const first = await exchange(under, attempt, token)
  if ('status' in first || !refusesToken(first.error)) return first
  const fresh = await stoppable(under, tokens.get(token))
  return fresh === token ? first : exchange(under, attempt, fresh)
}

/** Whether it was the token: the server says so by its status, or in an answer that is none. */
const refusesToken = (error: HttpError): boolean =>
  error.status === 401 || error.code === 'http.token-expired'

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
): Promise<Whole | Failure> {
  const { line, plan, scope: outer } = under
  if (outer.signal.aborted) throw stopped(outer.signal.reason as Stop, plan, undefined)
  const request = outgoing(line.world, plan, attempt, under.shownUrl, token)
  const scope = openScope({
    alarm: line.world.alarm,
    milliseconds: line.attemptMs,
    code: 'http.timeout',
    within: outer.signal,
  })
  let received: Received
  try {
    received = await scope.race(send(line, request, scope.signal))
  } catch (cause) {
    return { error: broken(under, request, scope, cause), event: request.event }
  } finally {
    scope.close()
  }
  return judged(under, request, received)
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
function judged(under: Call, request: Outgoing, received: Received): Whole | Failure {
  const { status, requestId, body } = received
  const { event } = request
  if (status >= 200 && status < 300) {
    if (body !== undefined) return looked(under, request, { ...received, body })
    return { event, error: new HttpError(errorCatalogue, 'http.size', { status, requestId }) }
  }
  return { event, ...refusalOf(under.line, received, under.plan.repeatable) }
}

/** The answer, unless its body says that the token has expired. */
function looked(under: Call, { event }: Outgoing, whole: Whole): Whole | Failure {
  const { saysTokenExpired } = under.line
  if (saysTokenExpired === undefined || !saysTokenExpired(jsonOf(whole.body))) return whole
  const { status, requestId } = whole
  return {
    event,
    error: new HttpError(errorCatalogue, 'http.token-expired', { status, requestId }),
  }
}

/** Waits for the next attempt, or throws the failure when there is none to be made. */
async function waitAfter(under: Call, failure: Failure, attempt: number): Promise<void> {
  const { line, scope } = under
  const { clock, random, sleep } = line.world
  const { error } = failure
  if (!error.retryable || attempt >= line.rule.attempts) throw error
  // A random moment is added to what was asked, as the server asked the same of all at once.
  const asked = failure.waitMs ?? 0
  const waitMs = asked + backoffMs(line.rule, attempt, random)
  const tooLong = asked > line.rule.capMs || clock.now().getTime() + waitMs >= under.deadline
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
