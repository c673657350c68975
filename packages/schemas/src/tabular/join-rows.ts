import type { CivilDate } from '@tiemchung/core'
import { type Guardian, relationshipSchema } from '../person/guardian.js'
import type { Address } from '../person/address.js'
import type { IdentityDocument } from '../person/identity-document.js'
import type { Person } from '../person/person.js'
import type { Consent } from '../record/consent.js'
import type { PriorDose } from '../record/dose.js'
import { type Answer, type Screening, screeningSchema } from '../record/screening.js'
import { wholeDay } from './cells.js'
import type { Pl1Row } from './pl1-row.js'
import { cellIssue, type RowIssue } from './row-issue.js'
import type { SupplementRow } from './supplement-row.js'

/** A person of a list with everything that both workbooks say. */
export interface JoinedRow {
  readonly row: number
  readonly listNumber: number
  readonly person: Person
  readonly doses: readonly PriorDose[]
  readonly consent: Consent
  readonly screening: Screening
  readonly infection: { readonly state: Answer; readonly onset?: CivilDate }
}

const answer = (text: string | undefined): Answer =>
  text === 'yes' || text === 'no' ? text : 'unknown'

const relationshipOf = ({ cells }: SupplementRow): Guardian['relationship'] | undefined =>
  relationshipSchema.options.find((one) => one === cells.relationship)

function guardianOf(row: SupplementRow): Guardian | undefined {
  const { cells } = row
  const relationship = relationshipOf(row)
  if (cells.guardianName === undefined || relationship === undefined) return undefined
  return {
    relationship,
    fullName: cells.guardianName,
    ...(cells.guardianPhone === undefined ? {} : { phone: cells.guardianPhone }),
  }
}

/** The consent, when the form says who answered what on which day; else there is none. */
function consentOf(row: SupplementRow): Consent {
  const by = relationshipOf(row)
  const date = wholeDay(row.cells.consentDate)
  if (date === undefined || by === undefined) return { state: 'none' }
  if (row.cells.consent === 'yes') return { state: 'agreed', by, date }
  return row.cells.consent === 'no' ? { state: 'refused', by, date } : { state: 'none' }
}

function screeningOf({ cells }: SupplementRow): Screening {
  const items = Object.keys(screeningSchema.shape) as (keyof Screening)[]
  return Object.fromEntries(items.map((item) => [item, answer(cells[item])])) as Screening
}

/** The number of the list; the passport for those who are not citizens, or have no number. */
function documentOf(row: Pl1Row, { cells }: SupplementRow): IdentityDocument {
  const { nationality: country = '', passport: number } = cells
  const citizen = country === 'VN' && row.identityDocument.kind !== 'none'
  return number === undefined || citizen
    ? row.identityDocument
    : { kind: 'passport', number, country }
}

function permanentOf({ cells }: SupplementRow, asOf: CivilDate): Address | undefined {
  const { permanentProvince, permanentDistrict, permanentCommune } = cells
  if (permanentProvince === undefined || permanentCommune === undefined) return undefined
  return {
    province: permanentProvince,
    commune: permanentCommune,
    asOf,
    ...(permanentDistrict === undefined ? {} : { district: permanentDistrict }),
  }
}

function personOf(row: Pl1Row, more: SupplementRow, asOf: CivilDate): Person {
  const guardian = guardianOf(more)
  const permanent = permanentOf(more, asOf)
  return {
    fullName: row.fullName,
    birthDate: row.birthDate,
    sex: row.sex,
    nationality: more.cells.nationality ?? '',
    identityDocument: documentOf(row, more),
    currentResidence: {
      province: row.province,
      district: row.district,
      commune: row.commune,
      asOf,
      ...(row.detail === undefined ? {} : { detail: row.detail }),
    },
    ...(permanent === undefined ? {} : { permanentResidence: permanent }),
    ...(guardian === undefined ? {} : { guardian }),
    ...(row.phone === undefined ? {} : { phone: row.phone }),
    ...(row.workplace === undefined ? {} : { workplace: row.workplace }),
    ...(row.priorityGroup === undefined ? {} : { priorityGroup: row.priorityGroup }),
    ...(row.healthInsurance === undefined ? {} : { healthInsurance: row.healthInsurance }),
  }
}

function joinedRow(row: Pl1Row, more: SupplementRow, asOf: CivilDate): JoinedRow {
  const person = personOf(row, more, asOf)
  const onset = wholeDay(more.cells.infectionDate)
  return {
    row: row.row,
    listNumber: row.listNumber,
    person,
    doses: row.doses,
    consent: consentOf(more),
    screening: screeningOf(more),
    infection: {
      state: answer(more.cells.infection),
      ...(onset === undefined ? {} : { onset }),
    },
  }
}

const keyOf = (row: Pl1Row | SupplementRow): string =>
  `${row.listNumber} ${row.fullName.toUpperCase()} ${row.birthDate}`

/** A list joined with its supplement. */
export interface JoinedList {
  readonly rows: readonly JoinedRow[]
  /** About rows of the list that have no partner, or two. */
  readonly issues: readonly RowIssue[]
  /** Rows of the supplement, by number, that no row of the list belongs to. */
  readonly unjoined: readonly number[]
}

/**
 * Joins a list with its supplement by number, name and birth date together. A row without a partner, or
 * with two, is an issue and is left out: a consent that belongs to somebody else is worse than none.
 *
 * `asOf` is the day as of which the address codes are valid.
 */
export function joinRows(
  list: readonly Pl1Row[],
  supplement: readonly SupplementRow[],
  asOf: CivilDate,
): JoinedList {
  const partners = new Map<string, SupplementRow[]>()
  for (const row of supplement) {
    const key = keyOf(row)
    partners.set(key, [...(partners.get(key) ?? []), row])
  }
  const issues: RowIssue[] = []
  const rows: JoinedRow[] = []
  const joined = new Set<SupplementRow>()
  for (const row of list) {
    const found = partners.get(keyOf(row)) ?? []
    const [more] = found
    for (const one of found) joined.add(one)
    if (more !== undefined && found.length === 1) rows.push(joinedRow(row, more, asOf))
    else {
      const code = more === undefined ? 'tabular.no-partner' : 'tabular.partner-twice'
      issues.push(cellIssue({ row: row.row, index: 0, heading: '#' }, code))
    }
  }
  const unjoined = supplement.filter((row) => !joined.has(row)).map(({ row }) => row)
  return { rows, issues, unjoined }
}
