import { HttpError } from '@tiemchung/core'
import { misshapen } from '../answer/data.js'
import { refusalOf } from '../answer/refusal.js'
import { type Opened, open, type Outgoing, outgoing, readWhole } from '../attempt.js'
import { errorCatalogue } from '../errors.js'
import type { Line } from '../line.js'
import type { Plan } from '../request/plan.js'
import { Stop } from '../scope.js'

/** A connection that could not be had, and how long the server asks to wait. */
export interface Lost {
  readonly error: HttpError
  readonly waitMs?: number | undefined
  readonly event?: Outgoing['event']
}

/** How one connection is asked for. */
export interface Asking {
  readonly line: Line
  readonly plan: Plan
  readonly shownUrl: string
  /** Counts from 1. */
  readonly attempt: number
  /** Ends the connection, whenever it fires. */
  readonly signal: AbortSignal
  /** The outcome of some work, unless it takes longer than an attempt may. */
  readonly inTime: <Value>(work: Promise<Value>) => Promise<Value>
}

/** The error of a stop, or of a connection that broke. */
export function brokenBy(caught: unknown, requestId?: string): HttpError {
  const code = caught instanceof Stop ? caught.code : 'http.network'
  return new HttpError(errorCatalogue, code, {
    cause: caught instanceof Stop ? caught.cause : caught,
    retryable: code !== 'http.cancelled',
    ...(requestId === undefined ? {} : { requestId }),
  })
}

async function once(asking: Asking, token: string | undefined): Promise<Opened | Lost> {
  const { line, plan, shownUrl, attempt, signal, inTime } = asking
  const request = outgoing(line.world, plan, attempt, shownUrl, token)
  try {
    const opened = await inTime(open(line, request, signal))
    if (opened.response.ok) return opened
    const whole = await inTime(readWhole(opened, line.maxBytes))
    return { ...refusalOf(line, whole, true), event: request.event }
  } catch (caught) {
    return { error: brokenBy(caught, request.requestId), event: request.event }
  }
}

/** Connects, with one replay when the server refuses the token. */
async function connected(asking: Asking): Promise<Opened | Lost> {
  const { tokens } = asking.line
  if (tokens === undefined) return once(asking, undefined)
  const token = await asking.inTime(tokens.get())
  const first = await once(asking, token)
  if (!('error' in first) || first.error.status !== 401) return first
  const fresh = await asking.inTime(tokens.get(token))
  return fresh === token ? first : once(asking, fresh)
}

/**
 * An answer that is a stream of events; undefined when the server says that there are none any more (204).
 *
 * @throws HttpError `http.schema` for an answer of another kind, `http.token`
 */
export async function openEvents(asking: Asking): Promise<Opened | Lost | undefined> {
  const opened = await connected(asking)
  if ('error' in opened) return opened
  const { response, requestId } = opened
  if (response.status === 204) return undefined
  const kind = response.headers.get('content-type') ?? ''
  if (/^text\/event-stream\b/i.test(kind)) return opened
  throw misshapen({ status: response.status, requestId })
}
