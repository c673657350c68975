/** The doses of a row, each from its own columns. */
import { type CivilDate, earliestDay, latestDay, type PartialDate } from '@tiemchung/core'
import { productsNamed } from '../products/find-product.js'
import type { PriorDose } from '../record/dose.js'
import type { CellCode } from './cell/reading.js'
import { partialDay, wholeDay } from './cells.js'
import type { DosePositions } from './column-table.js'
import { cellIssue } from './row-issue.js'
import { placeOf, type RawRow } from './row-reader.js'

/** A dose as a list tells of it. */
export interface ListedDose extends PriorDose {
  /** Millilitres as decimal text. */
  readonly volumeMl?: string
  /** The day, or the month, at whose end the lot may no longer be used. */
  readonly expiry?: PartialDate
}

/** Millilitres of one dose by product id, as a policy sets them: `{ 'comirnaty-10': '0.2' }`. */
export type DoseVolumes = Readonly<Record<string, string | undefined>>

type Writable<Row> = { -readonly [Name in keyof Row]: Row[Name] }

/** What is known of a dose beside its product and its day. */
function addDetails(dose: Writable<ListedDose>, { values }: RawRow, at: DosePositions): ListedDose {
  const lot = values[at.lot]
  const facility = values[at.site]
  const volumeMl = values[at.volume]
  const expiry = partialDay(values[at.expiry])
  if (lot !== undefined) dose.lot = lot
  if (facility !== undefined) dose.facility = facility
  if (volumeMl !== undefined) dose.volumeMl = volumeMl
  if (expiry !== undefined) dose.expiry = expiry
  return dose
}

/** Whether no column of the dose has a value. */
const isAbsent = ({ values }: RawRow, at: DosePositions): boolean =>
  values[at.product] === undefined &&
  values[at.date] === undefined &&
  values[at.lot] === undefined &&
  values[at.site] === undefined &&
  values[at.volume] === undefined &&
  values[at.expiry] === undefined

function doseOf(raw: RawRow, at: DosePositions): ListedDose | undefined {
  if (isAbsent(raw, at)) return undefined
  const { issues, values } = raw
  const { number } = at
  const name = values[at.product]
  const date = wholeDay(values[at.date])
  const refuse = (key: 'product' | 'date', code: CellCode) => {
    issues.push(cellIssue(placeOf(raw, `${key}${number}`), code))
    return undefined
  }
  if (name === undefined) return refuse('product', 'tabular.prior-dose')
  const [product, other] = productsNamed(name)
  if (product === undefined) return refuse('product', 'tabular.product')
  if (other !== undefined) return refuse('product', 'tabular.product-strength')
  if (date === undefined) {
    // A date that is there and wrong has been told of.
    const { heading } = placeOf(raw, `date${number}`)
    const told = issues.some((one) => one.heading === heading)
    return told ? undefined : refuse('date', 'tabular.prior-dose')
  }
  return addDetails({ number, date, product: product.id }, raw, at)
}

/** Whether the volume is the one that the policy sets: 2 ml for 0.2 ml is an error, not a rounding. */
function checkVolume(raw: RawRow, dose: ListedDose, volumes: DoseVolumes): void {
  if (dose.volumeMl === undefined) return
  const place = placeOf(raw, `volume${dose.number}`)
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
    raw.issues.push(cellIssue(placeOf(raw, `date${number}`), 'tabular.date-before-birth'))
  }
  if (expiry !== undefined && latestDay(expiry) < date) {
    raw.issues.push(cellIssue(placeOf(raw, `expiry${number}`), 'tabular.lot-expired'))
  }
}

/** Each dose has the one before it, on an earlier day. */
function checkOrder(raw: RawRow, doses: readonly ListedDose[]): void {
  const { issues } = raw
  // A dose that is there and wrong has been told of: that it is missing would be told twice.
  const told = issues.some((one) => one.severity === 'error')
  for (const { number, date } of doses) {
    if (number === 1) continue
    const before = doses.find((dose) => dose.number === number - 1)
    const disordered = before === undefined ? !told : date <= before.date
    if (disordered)
      issues.push(cellIssue(placeOf(raw, `date${number}`), 'tabular.prior-dose-order'))
  }
}

const none: readonly ListedDose[] = []

/** The doses of a row, and what is wrong with them. */
export function dosesOf(
  raw: RawRow,
  birthDate: PartialDate | undefined,
  volumes?: DoseVolumes,
): readonly ListedDose[] {
  const doses: ListedDose[] = []
  for (const at of raw.columns.doses) {
    const dose = doseOf(raw, at)
    if (dose !== undefined) doses.push(dose)
  }
  if (doses.length === 0) return none
  const born = birthDate === undefined ? undefined : earliestDay(birthDate)
  for (const dose of doses) {
    checkDates(raw, dose, born)
    if (volumes !== undefined) checkVolume(raw, dose, volumes)
  }
  checkOrder(raw, doses)
  return doses
}
