import { fromUtf8, type HeadersLike, type HttpError } from '@tiemchung/core'
import type { Plan } from '../request/plan.js'
import type { Schema } from '../schema.js'
import { readProblem, schemaError } from './read-problem.js'

/** An answer with its body read. */
export interface Received {
  readonly status: number
  readonly headers: HeadersLike
  readonly requestId: string
  readonly body: Uint8Array
}

/** How the caller wants the body. */
export interface Wanted {
  readonly schema?: Schema<unknown>
  readonly as?: 'bytes'
}

/** Whether a status means that the request was done. */
const done = (status: number) => status >= 200 && status < 300

/** The error that an answer is, or undefined when it is none. */
export function errorOf(plan: Plan, received: Received, retryable: boolean): HttpError | undefined {
  return done(received.status) ? undefined : readProblem(plan, received, retryable)
}

function parse(received: Received): unknown {
  if (received.body.length === 0) return undefined
  try {
    return JSON.parse(fromUtf8(received.body))
  } catch (cause) {
    throw schemaError(received, [], cause)
  }
}

/**
 * The data of an answer: bytes, or JSON that fits the schema.
 *
 * @throws HttpError `http.schema`
 */
export function dataOf(received: Received, wanted: Wanted): unknown {
  if (wanted.as === 'bytes') return received.body
  const value = parse(received)
  if (wanted.schema === undefined) return value
  const checked = wanted.schema.safeParse(value)
  if (checked.success) return checked.data
  throw schemaError(received, checked.error.issues)
}
