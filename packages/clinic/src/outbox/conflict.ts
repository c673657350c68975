import type { JsonValue } from '@tiemchung/core'
import type { OperationFailure } from './operation-failure.js'

/** What a sender knows of a conflict. */
export interface ConflictFacts {
  /** What the platform has, as far as it said. It may be personal data and stays in the store. */
  readonly current?: JsonValue
  /** Where the two differ: paths such as `dose.lot`, never values. */
  readonly differs?: readonly string[]
  readonly failure: OperationFailure
}

const brand = Symbol.for('@tiemchung/clinic/conflict')

/** What a sender answers when the platform has something else: data to look at, not an exception. */
export interface Conflict {
  readonly [brand]: ConflictFacts
}

/**
 * A conflict as a sender answers it.
 *
 * @example
 * ```ts
 * import { conflictWith, type SendOperation } from '@tiemchung/clinic'
 * const send: SendOperation = async () =>
 *   conflictWith({ current: { revision: 3 }, failure: { code: 'http.status', retryable: false } })
 * ```
 */
export function conflictWith(facts: ConflictFacts): Conflict {
  return { [brand]: facts }
}

/** The facts of a conflict; undefined of an acknowledgement. Works whichever copy of the package made it. */
export function conflictIn(answer: JsonValue | Conflict): ConflictFacts | undefined {
  if (typeof answer !== 'object' || answer === null || !(brand in answer)) return undefined
  return answer[brand]
}
