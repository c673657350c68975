/** The children's rule of 2022-06-29 written out by hand in integers: what nobody can do without. */
import {
  type CohortAnswers,
  type CohortColumns,
  noDay,
  statuses,
} from '@tiemchung/eligibility/cohort'
import type { ProductCodes } from './children.js'

const code = Object.fromEntries(statuses.map((status, place) => [status, place])) as Record<
  (typeof statuses)[number],
  number
>

/** First day in force: 2022-03-28. */
const inForce = 19_079
const contraindication = 1
const deferrals = 2 | 128

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

function lengthOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function dayOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

let [year, month, day] = [0, 0, 0]

function split(dayNumber: number): void {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const rest = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365,
  )
  const dayOfYear =
    rest - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
}

/** A day some months after the one that was split; forward where it does not exist. */
function later(months: number): number {
  const total = year * 12 + month - 1 + months
  const [inYear, inMonth] = [Math.floor(total / 12), (total % 12) + 1]
  const length = lengthOf(inYear, inMonth)
  return dayOf(inYear, inMonth, 1) + Math.min(day - 1, length)
}

/** What is known of one child's doses. */
const history = { counted: 0, first: 0, brand: 0, lost: 0, last: 0 }

function judge(
  columns: CohortColumns,
  child: number,
  five: number,
  six: number,
  { spikevax }: ProductCodes,
) {
  const { doseStart, doseDay, doseProduct } = columns
  history.counted = 0
  history.lost = 0
  history.last = 0
  const end = doseStart[child + 1] as number
  for (let dose = doseStart[child] as number; dose < end; dose += 1) {
    const given = doseDay[dose] as number
    const product = doseProduct[dose] as number
    history.last = given
    const early = given < (product === spikevax ? six : five)
    const close = history.lost > 0 && given < history.lost + 28
    if (history.counted === 2) history.lost = given
    else if (history.counted === 0 && !early && !close) {
      history.counted = 1
      history.first = given
      history.brand = product
    } else if (
      history.counted === 1 &&
      !early &&
      !close &&
      product === history.brand &&
      given >= history.first + 28
    ) {
      history.counted = 2
    } else history.lost = given
  }
}

/** Status, dose, earliest and last day and products of each child. */
export function byHand(columns: CohortColumns, into: CohortAnswers, codes: ProductCodes): void {
  const { on } = into
  const [pfizer, moderna] = [1 << (codes.comirnaty - 1), 1 << (codes.spikevax - 1)]
  for (let child = 0; child < columns.length; child += 1) {
    const birth = columns.birthFirst[child] as number
    split(birth)
    const [five, six, twelve] = [later(60), later(72), later(144)]
    judge(columns, child, five, six, codes)
    const { counted, first, brand, lost, last } = history
    const bound = counted === 1 && brand === codes.spikevax
    const wait = Math.max(counted === 1 ? first + 28 : 0, lost > 0 ? lost + 28 : 0)
    let healed = 0
    if (columns.infection[child] === 2) {
      split(columns.onset[child] as number)
      healed = later(3)
    }
    const yes = columns.screeningYes[child] as number
    const from = Math.max(inForce, bound ? six : five, wait, healed, last > 0 ? last : birth)
    const possible = from < twelve && on < twelve && (yes & (contraindication | deferrals)) === 0
    let status = code.eligible
    if ((yes & contraindication) !== 0) status = code.contraindicated
    else if (counted === 2) status = code.complete
    else if (on >= twelve) status = code.tooOld
    else if (on < (bound ? six : five)) status = code.tooYoung
    else if (((yes & deferrals) !== 0 || on < healed) && Math.max(wait, healed) < twelve)
      status = code.deferred
    else if (on < wait && Math.max(wait, healed) < twelve) status = code.tooSoon
    else if (on < wait || on < healed) status = code.tooOld
    else if ((yes & deferrals) !== 0) status = code.deferred
    else if (columns.consent[child] === 0) status = code.needsConsent
    const planned = possible && counted < 2
    into.status[child] = status
    into.dose[child] = counted === 2 ? 0 : counted + 1
    into.earliest[child] = planned ? from : noDay
    into.lastDay[child] = planned ? twelve - 1 : noDay
    const both = Math.max(on, from) >= six ? pfizer | moderna : pfizer
    const offered = counted === 1 ? (bound ? moderna : pfizer) : both
    into.products[child] = planned ? offered : 0
  }
}
