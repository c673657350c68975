import { identitySettled } from '@tiemchung/schemas'
import type { DayReport } from '@tiemchung/schemas/wire'
import type { RecordCase } from '../day/record-case.js'
import type { Followed } from './follow.js'

/** When an identity was settled; a foreigner with a passport has nothing to be matched. */
function settledBefore({ record: { identity } }: RecordCase, first: number): boolean {
  return identity.status !== 'matched' || Date.parse(identity.at) < first
}

/**
 * Whether identities were matched before the first dose of the day, as 8938/BYT-DP asks. It goes by the evidence that
 * stands now: a person corrected and matched again later counts as after.
 */
export function identityOrder(
  followed: readonly Followed[],
  asked: boolean,
): NonNullable<DayReport['identity']> {
  let first = Number.POSITIVE_INFINITY
  for (const { givenAt } of followed) first = Math.min(first, givenAt)
  const settled = followed.filter(({ one }) => identitySettled(one.record.identity))
  const beforeFirstDose = settled.filter(({ one }) => settledBefore(one, first)).length
  const order = {
    beforeFirstDose,
    afterFirstDose: settled.length - beforeFirstDose,
    open: followed.length - settled.length,
  }
  if (!asked || followed.length === 0) return order
  return { ...order, inTime: beforeFirstDose === followed.length }
}
