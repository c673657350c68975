import type { PartialDate } from '@tiemchung/core'

/** How two birth dates agree. `compatible`: one is less precise and they do not contradict. */
export type BirthDateAgreement = 'exact' | 'compatible' | 'different'

/** How two birth dates agree, either of which may be a year or a month only. */
export function compareBirthDates(left: PartialDate, right: PartialDate): BirthDateAgreement {
  if (left === right) return 'exact'
  // A year is how each of its months and days begins, so that no calendar is needed.
  const within = left.startsWith(`${right}-`) || right.startsWith(`${left}-`)
  return within ? 'compatible' : 'different'
}
