import { type Sentences, sentencesFor } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Operation } from './operation.js'
import { firstBlocker, isOpen, type Standings } from './standing.js'

/** Why an operation is open, as one word. */
export type OpenReason =
  | 'not-sent-yet'
  | 'sending'
  | 'retrying'
  | 'depends-on'
  | 'rejected'
  | 'conflict'
  | 'altered'

/** An operation that is open, and why. */
export interface OpenOperation {
  readonly operation: Operation
  readonly reason: OpenReason
  /** The reason for people. */
  readonly says: Sentences
  /** What can be done, for people. */
  readonly todo: Sentences
}

/**
 * Why an operation is not acknowledged, as one word for the day's table; undefined when it is, or when it was settled.
 * `depends-on` is said only where all operations are given, by their ids.
 */
export function openReason(operation: Operation, all?: Standings): OpenReason | undefined {
  const { state, failure } = operation
  if (state === 'acknowledged' || state === 'settled') return undefined
  if (!isOpen(operation)) return state as 'rejected' | 'conflict' | 'altered'
  if (all !== undefined && firstBlocker(operation, all) !== undefined) return 'depends-on'
  if (state === 'sending') return 'sending'
  return failure === undefined ? 'not-sent-yet' : 'retrying'
}

/** Every operation that is open, in order, with the reason in both languages. */
export function openAmong(operations: readonly Operation[]): readonly OpenOperation[] {
  const all = new Map<string, Operation>(operations.map((one) => [one.id, one]))
  return operations.flatMap((operation) => {
    const reason = openReason(operation, all)
    if (reason === undefined) return []
    const entry = errorCatalogue[`clinic.outbox.open.${reason}`]
    return [{ operation, reason, says: sentencesFor(entry), todo: { ...entry.todo } }]
  })
}
