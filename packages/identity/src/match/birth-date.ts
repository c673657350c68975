import { earliestDay, latestDay, type PartialDate } from '@tiemchung/core'

/** How two birth dates agree. `compatible`: one is less precise and they do not contradict. */
export type BirthDateAgreement = 'exact' | 'compatible' | 'different'

/** How two birth dates agree, either of which may be a year or a month only. */
export function compareBirthDates(left: PartialDate, right: PartialDate): BirthDateAgreement {
  if (left === right) return 'exact'
  const apart = latestDay(left) < earliestDay(right) || latestDay(right) < earliestDay(left)
  return apart || left.length === right.length ? 'different' : 'compatible'
}
