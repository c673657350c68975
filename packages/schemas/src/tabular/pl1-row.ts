import type { PartialDate } from '@tiemchung/core'
import type { IdentityDocument } from '../person/identity-document.js'
import type { PriorDose } from '../record/dose.js'
import { partialDay } from './cells.js'
import { dosesOf } from './doses-of-row.js'
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
export function documentOf(number: string | undefined): IdentityDocument {
  if (number === undefined) return { kind: 'none', reason: 'not-presented' }
  if (number.length === 12) return { kind: 'personal-number', number }
  if (number.length === 9) return { kind: 'cmnd-9', number }
  return number.length === 8
    ? { kind: 'military-8', number }
    : { kind: 'none', reason: 'malformed' }
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

/** What the columns of PL1 say of a person, wherever they stand. */
export function listedPerson(
  { values, row }: RawRow,
  birthDate: PartialDate,
): Omit<Pl1Row, 'identityDocument' | 'doses'> {
  const group = values['priorityGroup']
  return {
    row,
    listNumber: Number(values['listNumber']),
    fullName: values['fullName'] ?? '',
    birthDate,
    sex: values['sex'] === 'female' ? 'female' : 'male',
    province: values['province'] ?? '',
    district: values['district'] ?? '',
    commune: values['commune'] ?? '',
    ...present(values, ['workplace', 'phone', 'healthInsurance', 'detail', 'note']),
    ...(group === undefined ? {} : { priorityGroup: Number(group) }),
  }
}

/** A row of PL1 from its cells; undefined when something in it is an error. */
export function pl1Row(raw: RawRow): Pl1Row | undefined {
  const { values, issues, place } = raw
  const birthDate = partialDay(values['birthDate'])
  const doses = dosesOf(raw, birthDate, [1, 2])
  if (values['identityNumber'] === undefined && !isRefused(issues)) {
    const severity = 'warning'
    issues.push(cellIssue(place('identityNumber'), 'tabular.identity-missing', { severity }))
  }
  if (birthDate === undefined || isRefused(issues)) return undefined
  const identityDocument = documentOf(values['identityNumber'])
  return { ...listedPerson(raw, birthDate), identityDocument, doses }
}
