import type { Operation } from '../outbox/operation.js'
import type { RecordCase } from '../day/record-case.js'
import { type Standing, standingOf } from '../next-step/standing.js'

/** A record, the operation that sends it, and how far it has come. */
export interface Followed {
  readonly one: RecordCase
  readonly operation: Operation | undefined
  readonly standing: Standing
}

/** Follows every record to where it stands. */
export function followAll(
  records: readonly RecordCase[],
  operations: readonly Operation[],
): readonly Followed[] {
  const byId = new Map<string, Operation>(operations.map((one) => [one.id, one]))
  return records.map((one) => {
    const operation = one.operationId === undefined ? undefined : byId.get(one.operationId)
    return { one, operation, standing: standingOf(one, operation) }
  })
}
