import type { CivilDate } from '@tiemchung/core'
import type { Guardian } from '../person/guardian.js'
import type { IdentityDocument } from '../person/identity-document.js'
import type { Person } from '../person/person.js'
import type { Consent } from '../record/consent.js'
import type { PriorDose } from '../record/dose.js'
import { type Answer, type Screening, screeningSchema } from '../record/screening.js'
import { wholeDay } from './cells.js'
import type { Pl1Row, SupplementRow } from './read-list.js'
import { cellIssue, type RowIssue } from './row-issue.js'

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

const relationships: Readonly<Record<string, Guardian['relationship']>> = {
  cha: 'father',
  bố: 'father',
  mẹ: 'mother',
  'người giám hộ': 'guardian',
}

const answer = (text: string | undefined): Answer =>
  text === 'yes' || text === 'no' ? text : 'unknown'

const relationshipOf = ({ cells }: SupplementRow): Guardian['relationship'] | undefined =>
  relationships[(cells.relationship ?? '').toLowerCase()]

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

function consentOf(row: SupplementRow): Consent {
  const { cells } = row
  const by = relationshipOf(row)
  const date = wholeDay(cells.consentDate)
  if (cells.consent === undefined || date === undefined || by === undefined)
    return { state: 'none' }
  return {
    state: cells.consent === 'yes' ? 'agreed' : 'refused',
    by,
    date,
  }
}

function screeningOf({ cells }: SupplementRow): Screening {
  const items = Object.keys(screeningSchema.shape) as (keyof Screening)[]
  return Object.fromEntries(items.map((item) => [item, answer(cells[item])])) as Screening
}

function documentOf(row: Pl1Row, { cells }: SupplementRow): IdentityDocument {
  const country = cells.nationality ?? ''
  return cells.passport === undefined
    ? row.identityDocument
    : { kind: 'passport', number: cells.passport, country }
}

function personOf(row: Pl1Row, more: SupplementRow, asOf: CivilDate): Person {
  const guardian = guardianOf(more)
  const { permanentProvince, permanentDistrict, permanentCommune } = more.cells
  const permanent =
    permanentProvince === undefined || permanentCommune === undefined
      ? undefined
      : {
          province: permanentProvince,
          commune: permanentCommune,
          asOf,
          ...(permanentDistrict === undefined ? {} : { district: permanentDistrict }),
        }
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

const keyOf = (row: Pl1Row | SupplementRow): string =>
  `${row.listNumber} ${row.fullName.toLocaleUpperCase('und')} ${row.birthDate}`

/**
 * Joins a list with its supplement by number, name and birth date together. A row without a partner is
 * an issue and is left out: a consent that belongs to somebody else is worse than none.
 *
 * `asOf` is the day as of which the address codes are valid.
 */
export function joinRows(
  list: readonly Pl1Row[],
  supplement: readonly SupplementRow[],
  asOf: CivilDate,
): { readonly rows: readonly JoinedRow[]; readonly issues: readonly RowIssue[] } {
  const partners = new Map(supplement.map((row) => [keyOf(row), row]))
  const issues: RowIssue[] = []
  const rows: JoinedRow[] = []
  for (const row of list) {
    const more = partners.get(keyOf(row))
    if (more === undefined) {
      issues.push(cellIssue({ row: row.row, index: 0, heading: '#' }, 'tabular.no-partner'))
      continue
    }
    const person = personOf(row, more, asOf)
    const onset = wholeDay(more.cells.infectionDate)
    rows.push({
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
    })
  }
  return { rows, issues }
}
