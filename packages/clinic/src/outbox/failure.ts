import { type HttpError, isSdkError } from '@tiemchung/core'
import type { OperationFailure, OperationState } from './operation.js'

/** What a failed attempt leaves: why, and the state that follows from it. */
export interface Failed {
  readonly failure: OperationFailure
  readonly state: OperationState
  /** Milliseconds that the server asked to wait. */
  readonly askedMs?: number
}

/** The platform has something else under this id: data to look at, not an error to repeat. */
const conflictStatus = 409

/** The state that a refusal leads to. A 409 that may be repeated says that the first request is still at work. */
function stateAfter(status: number | undefined, retryable: boolean): OperationState {
  if (status === undefined || retryable || status === 401) return 'waiting'
  if (status === conflictStatus) return 'conflict'
  return status >= 400 && status < 500 ? 'rejected' : 'waiting'
}

/**
 * Judges what an attempt threw. What cannot be judged is kept for another attempt: the key makes
 * repeating harmless, giving up loses a dose.
 */
export function judgeFailure(caught: unknown): Failed {
  if (!isSdkError(caught))
    return { failure: { code: 'clinic.send', retryable: true }, state: 'waiting' }
  const {
    status,
    requestId,
    problem,
    retryAfterMs,
    retryable = true,
  } = caught as Partial<HttpError>
  const failure: OperationFailure = {
    code: caught.code,
    retryable,
    ...(status === undefined ? {} : { status }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(problem === undefined ? {} : { problem }),
  }
  const state = stateAfter(status, retryable)
  return { failure, state, ...(retryAfterMs === undefined ? {} : { askedMs: retryAfterMs }) }
}
