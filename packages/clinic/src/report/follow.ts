import type { Operation } from '../outbox/operation.js'
import { enteredAtOf, type RecordCase } from '../day/record-case.js'
import { type Standing, standings } from '../next-step/standing.js'

/** A record, the operation that sends it, and how far it has come. */
export interface Followed {
  readonly one: RecordCase
  readonly operation: Operation | undefined
  readonly standing: Standing
  /** When the dose was given and when it was first entered, in milliseconds. */
  readonly givenAt: number
  readonly enteredAt: number
}

/** Follows every record to where it stands. */
export function followAll(
  records: readonly RecordCase[],
  operations: readonly Operation[],
): readonly Followed[] {
  const byId = new Map<string, Operation>(operations.map((one) => [one.id, one]))
  const standingOf = standings()
  return records.map((one) => {
    const operation = one.operationId === undefined ? undefined : byId.get(one.operationId)
    return {
      one,
      operation,
      standing: standingOf(one, operation),
      givenAt: Date.parse(one.record.dose.givenAt),
      enteredAt: Date.parse(enteredAtOf(one)),
    }
  })
}
