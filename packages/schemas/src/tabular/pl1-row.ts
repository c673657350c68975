import type { PartialDate } from '@tiemchung/core'
import { earliestDay } from '@tiemchung/core'
import type { IdentityDocument } from '../person/identity-document.js'
import { productsNamed } from '../products/find-product.js'
import type { PriorDose } from '../record/dose.js'
import type { CellCode } from './cell/reading.js'
import { partialDay, wholeDay } from './cells.js'
import { cellIssue, isRefused } from './row-issue.js'
import type { RawRow } from './row-reader.js'

/** A row of PL1. */
export interface Pl1Row {
  /** Number of the row in the sheet. */
  readonly row: number
  readonly listNumber: number
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly sex: 'male' | 'female'
  readonly identityDocument: IdentityDocument
  readonly priorityGroup?: number
  readonly workplace?: string
  readonly phone?: string
  readonly healthInsurance?: string
  readonly province: string
  readonly district: string
  readonly commune: string
  readonly detail?: string
  readonly doses: readonly PriorDose[]
  readonly note?: string
}

/** The document that a number of the template's column stands for. */
function documentOf(number: string | undefined): IdentityDocument {
  if (number === undefined) return { kind: 'none', reason: 'not-presented' }
  if (number.length === 12) return { kind: 'personal-number', number }
  if (number.length === 9) return { kind: 'cmnd-9', number }
  return number.length === 8
    ? { kind: 'military-8', number }
    : { kind: 'none', reason: 'malformed' }
}

function doseOf(raw: RawRow, number: 1 | 2): PriorDose | undefined {
  const { values, issues, place } = raw
  const name = values[`product${number}`]
  const date = wholeDay(values[`date${number}`])
  const lot = values[`lot${number}`]
  const facility = values[`site${number}`]
  if (name === undefined && date === undefined && lot === undefined && facility === undefined) {
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
  return {
    number,
    date,
    product: product.id,
    ...(lot === undefined ? {} : { lot }),
    ...(facility === undefined ? {} : { facility }),
  }
}

/** The doses so far, each after the birth and the second after the first. */
function dosesOf(raw: RawRow, birthDate: PartialDate | undefined): readonly PriorDose[] {
  const first = doseOf(raw, 1)
  const second = doseOf(raw, 2)
  const doses = [first, second].filter((dose) => dose !== undefined)
  const born = birthDate === undefined ? undefined : earliestDay(birthDate)
  for (const { number, date } of doses) {
    if (born === undefined || date >= born) continue
    raw.issues.push(cellIssue(raw.place(`date${number}`), 'tabular.date-before-birth'))
  }
  const told = raw.issues.some((one) => one.severity === 'error')
  const disordered =
    second !== undefined && (first === undefined ? !told : second.date <= first.date)
  if (disordered) raw.issues.push(cellIssue(raw.place('date2'), 'tabular.prior-dose-order'))
  return doses
}

/** Members whose value is there. */
function present<Name extends string>(
  values: RawRow['values'],
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const members = names.flatMap((name) => {
    const value = values[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(members) as Partial<Record<Name, string>>
}

/** A row of PL1 from its cells; undefined when something in it is an error. */
export function pl1Row(raw: RawRow): Pl1Row | undefined {
  const { values, row, issues, place } = raw
  const birthDate = partialDay(values['birthDate'])
  const doses = dosesOf(raw, birthDate)
  if (values['identityNumber'] === undefined && !isRefused(issues)) {
    const severity = 'warning'
    issues.push(cellIssue(place('identityNumber'), 'tabular.identity-missing', { severity }))
  }
  if (birthDate === undefined || isRefused(issues)) return undefined
  const group = values['priorityGroup']
  return {
    row,
    listNumber: Number(values['listNumber']),
    fullName: values['fullName'] ?? '',
    birthDate,
    sex: values['sex'] === 'female' ? 'female' : 'male',
    identityDocument: documentOf(values['identityNumber']),
    province: values['province'] ?? '',
    district: values['district'] ?? '',
    commune: values['commune'] ?? '',
    doses,
    ...present(values, ['workplace', 'phone', 'healthInsurance', 'detail', 'note']),
    ...(group === undefined ? {} : { priorityGroup: Number(group) }),
  }
}
