import { fromUtf8, HttpError, type HttpErrorDetails, issue, safePath } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Schema } from '../schema.js'
import type { Received } from '../attempt.js'

/** How the body of an answer is to be understood. */
export interface Expected {
  readonly as?: 'bytes'
  readonly schema?: Schema<unknown>
}

/** An answer whose body was read to the end. */
export type Whole = Received & { readonly body: Uint8Array }

/**
 * The data of an answer: bytes as they are, else JSON, checked when there is a schema.
 *
 * @throws HttpError `http.schema`
 */
export function dataOf(received: Whole, expected: Expected): unknown {
  if (expected.as === 'bytes') return received.body
  const value = parse(received)
  if (expected.schema === undefined) return value
  const result = judgement(received, expected.schema, value)
  if (result.success) return result.data
  throw misshapen(received, {
    issues: result.error.issues.map(({ path }) =>
      issue(errorCatalogue, 'http.schema.field', { path: safePath(path) }),
    ),
  })
}

/** The error of an answer that arrived and is not what was agreed. */
export function misshapen(
  received: Pick<Received, 'status' | 'requestId'>,
  details: HttpErrorDetails = {},
): HttpError {
  const { status, requestId } = received
  return new HttpError(errorCatalogue, 'http.schema', { ...details, status, requestId })
}

function judgement(received: Whole, schema: Schema<unknown>, value: unknown) {
  try {
    return schema.safeParse(value)
  } catch (cause) {
    throw misshapen(received, { cause })
  }
}

function parse(received: Whole): unknown {
  if (received.body.length === 0) return undefined
  try {
    return JSON.parse(fromUtf8(received.body))
  } catch {
    // The parser's own message quotes the text, which may be a person's data.
    throw misshapen(received)
  }
}
