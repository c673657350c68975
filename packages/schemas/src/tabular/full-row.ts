import type { CivilDate } from '@tiemchung/core'
import type { IdentityDocument } from '../person/identity-document.js'
import { partialDay } from './cells.js'
import { type DoseVolumes, dosesOf, type ListedDose } from './doses-of-row.js'
import { type JoinedRow, joinedRow } from './joined-row.js'
import { documentOf, listedPerson } from './pl1-row.js'
import { cellIssue, isRefused } from './row-issue.js'
import { placeOf, type RawRow, valueOf, valuesByKey } from './row-reader.js'
import { notice } from './supplement-row.js'

/** A row of the list in one sheet: what {@link JoinedRow} says, and more of each dose. */
export interface FullRow extends JoinedRow {
  readonly doses: readonly ListedDose[]
  readonly note?: string
}

/** What is asked beside the cells. */
export interface FullOptions {
  /** The day as of which the address codes are valid. */
  readonly asOf: CivilDate
  /** Volumes as the eligibility policy sets them. Default: volumes are read and not compared. */
  readonly volumes?: DoseVolumes
}

/** Districts went with the two-level administration of 01/07/2025. */
const districtsUntil = '2025-07-01'

/** The number; or a passport, or the reason for having none. One of the three is needed. */
function documentIn(raw: RawRow): IdentityDocument {
  const { issues } = raw
  const identityNumber = valueOf(raw, 'identityNumber')
  const noNumberReason = valueOf(raw, 'noNumberReason')
  if (identityNumber !== undefined) return documentOf(identityNumber)
  const at = placeOf(raw, 'identityNumber')
  const told = issues.some(({ heading }) => heading === at.heading)
  if (valueOf(raw, 'passport') === undefined && noNumberReason === undefined && !told) {
    issues.push(cellIssue(at, 'tabular.number-or-reason'))
  }
  const reason = noNumberReason === 'not-issued' ? 'not-issued' : 'not-presented'
  return { kind: 'none', reason }
}

/** Before that day an address has a district, and since then none. */
function checkDistricts(raw: RawRow, asOf: CivilDate): void {
  const { issues } = raw
  if (asOf >= districtsUntil) {
    for (const key of ['district', 'permanentDistrict']) {
      if (valueOf(raw, key) === undefined) continue
      issues.push(cellIssue(placeOf(raw, key), 'tabular.district-abolished'))
    }
    return
  }
  const at = placeOf(raw, 'district')
  const isTold = issues.some(({ heading }) => heading === at.heading)
  if (valueOf(raw, 'district') !== undefined || isTold) return
  issues.push(cellIssue(at, 'tabular.missing'))
}

/** A row of the list in one sheet from its cells; undefined when something in it is an error. */
export function fullRow(raw: RawRow, { asOf, volumes }: FullOptions): FullRow | undefined {
  const { issues } = raw
  const birthDate = partialDay(valueOf(raw, 'birthDate'))
  const doses = dosesOf(raw, birthDate, volumes)
  const identityDocument = documentIn(raw)
  checkDistricts(raw, asOf)
  if (birthDate === undefined || isRefused(issues)) return undefined
  notice(raw)
  const listed = listedPerson(raw, birthDate, identityDocument, doses)
  const { note } = listed
  return {
    ...joinedRow(listed, valuesByKey(raw), asOf),
    doses,
    ...(note === undefined ? {} : { note }),
  }
}
