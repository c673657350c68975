import { type HttpError, InputError, isSdkError, redactUrl } from '@tiemchung/core'
import type { Opened } from '../attempt.js'
import { errorCatalogue } from '../errors.js'
import { abortController } from '../host.js'
import { tell } from '../hooks.js'
import type { EventsOptions, ServerEvent } from '../http.js'
import type { Line } from '../line.js'
import type { Plan } from '../request/plan.js'
import { backoffMs } from '../retry/backoff.js'
import { openScope, Stop } from '../scope.js'
import { brokenBy, type Lost, openEvents } from './open-events.js'
import { readEvents } from './read-events.js'

/** Makes the request of one connection. */
export type EventPlan = (headers: Readonly<Record<string, string>>) => Promise<Plan>

/** Three heartbeats of 15 seconds. */
const defaultSilenceMs = 45_000

/** What a header can carry; an event with another id cannot be resumed behind. */
const sendable = /^[\x21-\x7e]{1,255}$/

/** What lasts from one connection to the next. */
interface Watching {
  last: string | undefined
  /** Connections since bytes came last. */
  failures: number
  /** What the server asks to wait before a connection. */
  retryMs: number
  attempt: number
}

/** Lets work take some time, and ends it when the caller's signal fires. */
async function limited<Value>(
  { world }: Line,
  { signal }: EventsOptions,
  milliseconds: number,
  work: Promise<Value>,
): Promise<Value> {
  const scope = openScope({
    alarm: world.alarm,
    milliseconds,
    code: 'http.timeout',
    within: signal,
    reason: (outer) => new Stop('http.cancelled', outer.reason),
  })
  try {
    return await scope.race(work)
  } finally {
    scope.close()
  }
}

/** Every event that one connection brings; returns why it ended, or undefined when there are no more. */
async function* connection(
  line: Line,
  plan: Plan,
  options: EventsOptions,
  watching: Watching,
): AsyncGenerator<ServerEvent, Lost | undefined> {
  const controller = abortController()
  const inTime = <Value>(work: Promise<Value>) => limited(line, options, line.attemptMs, work)
  const { signal } = controller
  const shownUrl = redactUrl(plan.url)
  watching.attempt += 1
  try {
    const { attempt } = watching
    const opened = await openEvents({ line, plan, shownUrl, attempt, signal, inTime })
    if (opened === undefined || 'error' in opened) return opened
    return yield* read(line, opened, options, watching)
  } catch (caught) {
    return { error: isSdkError(caught) ? (caught as HttpError) : brokenBy(caught) }
  } finally {
    controller.abort(new Stop('http.cancelled'))
  }
}

async function* read(
  line: Line,
  { response, requestId }: Opened,
  options: EventsOptions,
  watching: Watching,
): AsyncGenerator<ServerEvent, Lost> {
  const reader = response.body?.getReader()
  if (reader === undefined) return { error: brokenBy(undefined, requestId) }
  const { silenceMs = defaultSilenceMs } = options
  const next = () => limited(line, options, silenceMs, reader.read())
  try {
    const events = readEvents({
      next,
      maxBytes: line.maxBytes,
      onRetry: (milliseconds) => {
        watching.retryMs = Math.min(milliseconds, line.rule.capMs)
      },
      onAlive: () => {
        watching.failures = 0
      },
    })
    for await (const event of events) {
      if (event.id !== undefined) watching.last = sendable.test(event.id) ? event.id : undefined
      yield event
    }
    return { error: brokenBy(undefined, requestId) }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}

/** Waits before the next connection, or throws what no other connection would mend. */
async function waitAfter(line: Line, lost: Lost, options: EventsOptions, watching: Watching) {
  const { world, rule, hooks } = line
  const asked = lost.waitMs ?? 0
  if (!lost.error.retryable || asked > rule.capMs) throw lost.error
  watching.failures += 1
  const waitMs =
    Math.max(asked, watching.retryMs) + backoffMs(rule, watching.failures, world.random)
  if (lost.event !== undefined) {
    tell(hooks.onRetry, { ...lost.event, error: lost.error.toJSON(), waitMs })
  }
  try {
    await world.sleep(waitMs, options.signal)
  } catch (caught) {
    throw brokenBy(new Stop('http.cancelled', caught))
  }
}

/**
 * The events behind a path, over as many connections as it takes: one that breaks, falls silent or is
 * refused for now is made again behind the last event that came, after a wait that grows. It ends when the
 * server says so (204), and throws what another connection would not mend.
 */
export function eventsOf(
  line: Line,
  planOf: EventPlan,
  options: EventsOptions,
): AsyncIterable<ServerEvent> {
  const { silenceMs = defaultSilenceMs } = options
  if (!(silenceMs > 0)) throw new InputError(errorCatalogue, 'http.option', { path: ['silenceMs'] })
  return {
    [Symbol.asyncIterator]: async function* () {
      const watching: Watching = { last: options.after, failures: 0, retryMs: 0, attempt: 0 }
      for (;;) {
        const plan = await planOf({
          ...options.headers,
          accept: 'text/event-stream',
          'cache-control': 'no-store',
          ...(watching.last === undefined ? {} : { 'last-event-id': watching.last }),
        })
        const lost = yield* connection(line, plan, options, watching)
        if (lost === undefined) return
        await waitAfter(line, lost, options, watching).catch((caught: unknown) => {
          sayLost(line, plan, watching.attempt, caught)
        })
      }
    },
  }
}

/** Tells the observer, and throws. */
function sayLost(line: Line, plan: Plan, attempt: number, caught: unknown): never {
  if (isSdkError(caught)) {
    const url = redactUrl(plan.url)
    tell(line.hooks.onError, { method: plan.method, url, attempt, error: caught.toJSON() })
  }
  throw caught
}
