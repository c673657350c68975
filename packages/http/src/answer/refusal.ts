import { fromUtf8, HttpError } from '@tiemchung/core'
import type { Received } from '../attempt.js'
import { errorCatalogue } from '../errors.js'
import type { Line } from '../line.js'
import { retryAfterMs } from '../retry/retry-after.js'
import { mayPass } from '../retry/statuses.js'
import { readProblem } from './problem.js'

/** What a status that is no success means. */
export interface Refusal {
  readonly error: HttpError
  /** How long the server asks to wait before the next attempt. */
  readonly waitMs: number | undefined
  /** The whole document of the refusal, which may quote personal data; undefined when there is none. */
  readonly document: unknown
}

const redirects: ReadonlySet<number> = new Set([0, 301, 302, 303, 307, 308])

function textOf(body: Uint8Array | undefined): string {
  try {
    return body === undefined ? '' : fromUtf8(body)
  } catch {
    return ''
  }
}

/** The JSON of a body, or undefined where there is none. */
export function jsonOf(body: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(textOf(body)) as unknown
  } catch {
    return undefined
  }
}

/** The error of an answer whose status is no success. */
export function refusalOf(
  { world, catalogue }: Pick<Line, 'world' | 'catalogue'>,
  { status, headers, requestId, body }: Received,
  repeatable: boolean,
): Refusal {
  if (redirects.has(status)) {
    const error = new HttpError(errorCatalogue, 'http.redirect', { status, requestId })
    return { error, waitMs: undefined, document: undefined }
  }
  const waitMs = retryAfterMs(headers, world.clock)
  const problem = readProblem(textOf(body), catalogue)
  const error = new HttpError(errorCatalogue, 'http.status', {
    status,
    requestId,
    params: { status },
    issues: problem.issues,
    retryable: repeatable && mayPass(status, waitMs),
    ...(problem.code === undefined ? {} : { problem: problem.code }),
    ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
  })
  return { error, waitMs, document: jsonOf(body) }
}
