import type { PartialDate } from '@tiemchung/core'
import type { IdentityDocument } from '../person/identity-document.js'
import type { PriorDose } from '../record/dose.js'
import { partialDay } from './cells.js'
import { dosesOf } from './doses-of-row.js'
import { cellIssue, isRefused } from './row-issue.js'
import { placeOf, type RawRow } from './row-reader.js'

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

type Writable<Row> = { -readonly [Name in keyof Row]: Row[Name] }

const optional = ['workplace', 'phone', 'healthInsurance', 'detail', 'note'] as const

/** What the columns of PL1 say of a person, wherever they stand. */
export function listedPerson(
  raw: RawRow,
  birthDate: PartialDate,
  identityDocument: IdentityDocument,
  doses: Pl1Row['doses'],
): Pl1Row {
  const { values } = raw
  const at = raw.columns.person
  const listed: Writable<Pl1Row> = {
    row: raw.row,
    listNumber: Number(values[at.listNumber]),
    fullName: values[at.fullName] ?? '',
    birthDate,
    sex: values[at.sex] === 'female' ? 'female' : 'male',
    identityDocument,
    province: values[at.province] ?? '',
    district: values[at.district] ?? '',
    commune: values[at.commune] ?? '',
    doses,
  }
  for (const name of optional) {
    const value = values[at[name]]
    if (value !== undefined) listed[name] = value
  }
  const group = values[at.priorityGroup]
  if (group !== undefined) listed.priorityGroup = Number(group)
  return listed
}

/** A row of PL1 from its cells; undefined when something in it is an error. */
export function pl1Row(raw: RawRow): Pl1Row | undefined {
  const { issues, values, columns } = raw
  const birthDate = partialDay(values[columns.person.birthDate])
  const number = values[columns.person.identityNumber]
  const doses = dosesOf(raw, birthDate)
  if (number === undefined && !isRefused(issues)) {
    const severity = 'warning'
    issues.push(cellIssue(placeOf(raw, 'identityNumber'), 'tabular.identity-missing', { severity }))
  }
  if (birthDate === undefined || isRefused(issues)) return undefined
  return listedPerson(raw, birthDate, documentOf(number), doses)
}
