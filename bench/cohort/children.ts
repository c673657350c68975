/** Invented children in columns, by their number: the same in every run. */
import { type CohortColumns, newColumns, noDay } from '@tiemchung/eligibility/cohort'

/** Children between 4 and 13 on the day; 2022-04-14 is the first day of doses. */
export const firstBirth = 14_440
const birthDays = 3300
const firstDose = 19_096

/** The day that is asked about: 2022-07-15. */
export const askedOn = '2022-07-15'
export const askedDay = 19_188

/** Codes of the two products in the plan. */
export interface ProductCodes {
  readonly comirnaty: number
  readonly spikevax: number
}

/** Numbers that look drawn (a linear congruence and a shuffle of its bits). */
function mix(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** So many children from a number on: a third without a dose, a third with one, a third with two. */
export function childrenFrom(first: number, length: number, codes: ProductCodes): CohortColumns {
  const columns = newColumns(length, 2 * length)
  let dose = 0
  for (let child = 0; child < length; child += 1) {
    const one = mix(2 * (first + child) + 1)
    const other = mix(2 * (first + child) + 2)
    const birth = firstBirth + (one % birthDays)
    columns.birthFirst[child] = birth
    columns.birthLast[child] = birth
    columns.doseStart[child] = dose
    let day = firstDose + (other % 40)
    for (let given = other % 3; given > 0; given -= 1) {
      columns.doseDay[dose] = day
      columns.doseProduct[dose] = (one >>> 8) % 8 === given ? codes.spikevax : codes.comirnaty
      dose += 1
      day += 25 + ((other >>> 8) % 20)
    }
    const ill = (one >>> 12) % 4 === 0
    columns.infection[child] = ill ? 2 : 1
    columns.onset[child] = ill ? 18_960 + ((other >>> 4) % 220) : noDay
    columns.recovery[child] = noDay
    columns.screeningKnown[child] = 255
    columns.screeningYes[child] = (one >>> 16) % 25 === 0 ? 1 << (other & 7) : 0
    columns.consent[child] = (other >>> 16) % 12 === 0 ? 0 : 1
    columns.consentFrom[child] = noDay
  }
  columns.doseStart[length] = dose
  return columns
}
