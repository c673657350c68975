/** A person of a list, from what the list says and what its supplement says. */
import type { CivilDate } from '@tiemchung/core'
import type { Address } from '../person/address.js'
import { type Guardian, relationshipSchema } from '../person/guardian.js'
import type { IdentityDocument } from '../person/identity-document.js'
import type { Person } from '../person/person.js'
import type { Consent } from '../record/consent.js'
import type { PriorDose } from '../record/dose.js'
import { type Answer, type Screening, screeningSchema } from '../record/screening.js'
import { wholeDay } from './cells.js'
import type { Pl1Row } from './pl1-row.js'
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

type Cells = SupplementRow['cells']

const answer = (text: string | undefined): Answer =>
  text === 'yes' || text === 'no' ? text : 'unknown'

const relationshipOf = ({ relationship }: Cells): Guardian['relationship'] | undefined =>
  relationshipSchema.options.find((one) => one === relationship)

function guardianOf(cells: Cells): Guardian | undefined {
  const relationship = relationshipOf(cells)
  if (cells.guardianName === undefined || relationship === undefined) return undefined
  return {
    relationship,
    fullName: cells.guardianName,
    ...(cells.guardianPhone === undefined ? {} : { phone: cells.guardianPhone }),
  }
}

/** The consent, when the form says who answered what on which day; else there is none. */
function consentOf(cells: Cells): Consent {
  const by = relationshipOf(cells)
  const date = wholeDay(cells.consentDate)
  if (date === undefined || by === undefined) return { state: 'none' }
  if (cells.consent === 'yes') return { state: 'agreed', by, date }
  return cells.consent === 'no' ? { state: 'refused', by, date } : { state: 'none' }
}

function screeningOf(cells: Cells): Screening {
  const items = Object.keys(screeningSchema.shape) as (keyof Screening)[]
  return Object.fromEntries(items.map((item) => [item, answer(cells[item])])) as Screening
}

/** The number of the list; the passport for those who are not citizens, or have no number. */
function documentOf(listed: IdentityDocument, cells: Cells): IdentityDocument {
  const { nationality: country = '', passport: number } = cells
  const citizen = country === 'VN' && listed.kind !== 'none'
  return number === undefined || citizen ? listed : { kind: 'passport', number, country }
}

function permanentOf(cells: Cells, asOf: CivilDate): Address | undefined {
  const { permanentProvince, permanentDistrict, permanentCommune } = cells
  if (permanentProvince === undefined || permanentCommune === undefined) return undefined
  return {
    province: permanentProvince,
    commune: permanentCommune,
    asOf,
    ...(permanentDistrict === undefined ? {} : { district: permanentDistrict }),
  }
}

function personOf(row: Pl1Row, cells: Cells, asOf: CivilDate): Person {
  const guardian = guardianOf(cells)
  const permanent = permanentOf(cells, asOf)
  return {
    fullName: row.fullName,
    birthDate: row.birthDate,
    sex: row.sex,
    nationality: cells.nationality ?? '',
    identityDocument: documentOf(row.identityDocument, cells),
    currentResidence: {
      province: row.province,
      commune: row.commune,
      asOf,
      ...(row.district === '' ? {} : { district: row.district }),
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

/** A row of a list with what a supplement says of the same person. */
export function joinedRow(row: Pl1Row, cells: Cells, asOf: CivilDate): JoinedRow {
  const onset = wholeDay(cells.infectionDate)
  return {
    row: row.row,
    listNumber: row.listNumber,
    person: personOf(row, cells, asOf),
    doses: row.doses,
    consent: consentOf(cells),
    screening: screeningOf(cells),
    infection: { state: answer(cells.infection), ...(onset === undefined ? {} : { onset }) },
  }
}
