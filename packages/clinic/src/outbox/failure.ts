import { type HttpError, isSdkError } from '@tiemchung/core'
import type { OperationFailure, OperationState } from './operation.js'

/** What a failed attempt leaves: why, and the state that follows from it. */
export interface Failed {
  readonly failure: OperationFailure
  readonly state: OperationState
}

/** The platform has something else under this id: data to look at, not an error to repeat. */
const conflictStatus = 409

/**
 * Judges what an attempt threw. What cannot be judged is kept for another attempt: the key makes
 * repeating harmless, giving up loses a dose.
 */
export function judgeFailure(caught: unknown): Failed {
  if (!isSdkError(caught))
    return { failure: { code: 'clinic.send', retryable: true }, state: 'waiting' }
  const { status, requestId, problem, retryable = true } = caught as Partial<HttpError>
  const failure: OperationFailure = {
    code: caught.code,
    retryable,
    ...(status === undefined ? {} : { status }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(problem === undefined ? {} : { problem }),
  }
  if (status === conflictStatus) return { failure, state: 'conflict' }
  const final =
    status !== undefined && status >= 400 && status < 500 && !retryable && status !== 401
  return { failure, state: final ? 'rejected' : 'waiting' }
}
