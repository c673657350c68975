import type { PartialDate } from '@tiemchung/core'

/**
 * How two birth dates agree. `exact`: one and the same day. `compatible`: they do not contradict, but a day is
 * missing in at least one; two equal years are not yet one day.
 */
export type BirthDateAgreement = 'exact' | 'compatible' | 'different'

const isDay = (date: PartialDate) => date.length === 10

/** How two birth dates agree, either of which may be a year or a month only. */
export function compareBirthDates(left: PartialDate, right: PartialDate): BirthDateAgreement {
  if (left === right) return isDay(left) ? 'exact' : 'compatible'
  // A year is how each of its months and days begins, so that no calendar is needed.
  const within = left.startsWith(`${right}-`) || right.startsWith(`${left}-`)
  return within ? 'compatible' : 'different'
}
