/** The doses of a row, each from its own columns. */
import { type CivilDate, earliestDay, latestDay, type PartialDate } from '@tiemchung/core'
import { productsNamed } from '../products/find-product.js'
import type { PriorDose } from '../record/dose.js'
import type { CellCode } from './cell/reading.js'
import { partialDay, wholeDay } from './cells.js'
import { cellIssue } from './row-issue.js'
import type { RawRow } from './row-reader.js'

/** A dose as a list tells of it. */
export interface ListedDose extends PriorDose {
  /** Millilitres as decimal text. */
  readonly volumeMl?: string
  /** The day, or the month, at whose end the lot may no longer be used. */
  readonly expiry?: PartialDate
}

/** Millilitres of one dose by product id, as a policy sets them: `{ 'comirnaty-10': '0.2' }`. */
export type DoseVolumes = Readonly<Record<string, string>>

/** What is known of a dose beside its product and its day. */
function detailsOf({ values }: RawRow, number: number) {
  const lot = values[`lot${number}`]
  const facility = values[`site${number}`]
  const volumeMl = values[`volume${number}`]
  const expiry = partialDay(values[`expiry${number}`])
  return {
    ...(lot === undefined ? {} : { lot }),
    ...(facility === undefined ? {} : { facility }),
    ...(volumeMl === undefined ? {} : { volumeMl }),
    ...(expiry === undefined ? {} : { expiry }),
  }
}

function doseOf(raw: RawRow, number: number): ListedDose | undefined {
  const { values, issues, place } = raw
  const name = values[`product${number}`]
  const date = wholeDay(values[`date${number}`])
  const details = detailsOf(raw, number)
  if (name === undefined && date === undefined && Object.keys(details).length === 0) {
    return undefined
  }
  const refuse = (key: string, code: CellCode) => {
    issues.push(cellIssue(place(key), code))
    return undefined
  }
  if (name === undefined) return refuse(`product${number}`, 'tabular.prior-dose')
  const [product, other] = productsNamed(name)
  if (product === undefined) return refuse(`product${number}`, 'tabular.product')
  if (other !== undefined) return refuse(`product${number}`, 'tabular.product-strength')
  if (date === undefined) {
    // A date that is there and wrong has been told of.
    const told = issues.some((one) => one.heading === place(`date${number}`).heading)
    return told ? undefined : refuse(`date${number}`, 'tabular.prior-dose')
  }
  return { number, date, product: product.id, ...details }
}

/** Whether the volume is the one that the policy sets: 2 ml for 0.2 ml is an error, not a rounding. */
function checkVolume(raw: RawRow, dose: ListedDose, volumes: DoseVolumes): void {
  if (dose.volumeMl === undefined) return
  const place = raw.place(`volume${dose.number}`)
  const set = Object.hasOwn(volumes, dose.product) ? volumes[dose.product] : undefined
  if (set === undefined) {
    raw.issues.push(cellIssue(place, 'tabular.volume-unknown', { severity: 'warning' }))
    return
  }
  if (Number(set) === Number(dose.volumeMl)) return
  raw.issues.push(cellIssue(place, 'tabular.volume-policy', { params: { volume: set } }))
}

/** A dose after the birth, from a lot that had not expired on its day. */
function checkDates(raw: RawRow, dose: ListedDose, born: CivilDate | undefined): void {
  const { number, date, expiry } = dose
  if (born !== undefined && date < born) {
    raw.issues.push(cellIssue(raw.place(`date${number}`), 'tabular.date-before-birth'))
  }
  if (expiry !== undefined && latestDay(expiry) < date) {
    raw.issues.push(cellIssue(raw.place(`expiry${number}`), 'tabular.lot-expired'))
  }
}

/** Each dose has the one before it, on an earlier day. */
function checkOrder({ issues, place }: RawRow, doses: readonly ListedDose[]): void {
  // A dose that is there and wrong has been told of: that it is missing would be told twice.
  const told = issues.some((one) => one.severity === 'error')
  for (const { number, date } of doses) {
    if (number === 1) continue
    const before = doses.find((dose) => dose.number === number - 1)
    const disordered = before === undefined ? !told : date <= before.date
    if (disordered) issues.push(cellIssue(place(`date${number}`), 'tabular.prior-dose-order'))
  }
}

/** The doses with these numbers, and what is wrong with them. */
export function dosesOf(
  raw: RawRow,
  birthDate: PartialDate | undefined,
  numbers: readonly number[],
  volumes?: DoseVolumes,
): readonly ListedDose[] {
  const doses = numbers.map((number) => doseOf(raw, number)).filter((dose) => dose !== undefined)
  const born = birthDate === undefined ? undefined : earliestDay(birthDate)
  for (const dose of doses) {
    checkDates(raw, dose, born)
    if (volumes !== undefined) checkVolume(raw, dose, volumes)
  }
  checkOrder(raw, doses)
  return doses
}
