import { addDays, type CivilDate, type Issue, issue, type Path, safePath } from '@tiemchung/core'
import { unitErrors } from '../errors/units.js'
import { addressIssues } from '../units/address/address-issues.js'
import type { AdministrativeUnits } from '../units/list/administrative-unit.js'
import { mayBecome } from '../units/province/becomes.js'
import type { Facility } from './facility.js'
import type { UnitPeriod } from './unit-period.js'

/** What is taken for granted about facility codes of five digits, and stands in no text that was found. */
export interface FacilityCodeRule {
  /** The first two digits are the province. */
  readonly provinceFirst: boolean
  /** A code stays when its province merges. */
  readonly keptAtMerger: boolean
}

/** Inferred from public lists of facilities: both hold. Of codes of 13 digits nothing is assumed. */
export const assumedFacilityCodes: FacilityCodeRule = /* @__PURE__ */ Object.freeze({
  provinceFirst: true,
  keptAtMerger: true,
})

/** What a facility is judged by. */
export interface FacilityJudging {
  /** Lists of districts and communes. Default none. */
  readonly lists?: readonly AdministrativeUnits[]
  /** The day of its address, where the facility does not name one. */
  readonly on: CivilDate
  /** Default {@link assumedFacilityCodes}. */
  readonly codes?: FacilityCodeRule
  /** Where it stands in its document. Default: it is the document. */
  readonly at?: Path
}

function codeContradicts({ code, province }: Facility, rule: FacilityCodeRule): boolean {
  const head = code.slice(0, 2)
  if (!rule.provinceFirst || code.length !== 5 || head === province) return false
  return !(rule.keptAtMerger && mayBecome(head, province))
}

/** A period without an end has every day that can be written. */
const lastDay = '2600-12-31' as CivilDate

/** Periods that end before they begin, have a day in common, or leave days between them to nobody. */
export function unitPeriodIssues(periods: readonly UnitPeriod[], at: Path = []): readonly Issue[] {
  const base = safePath(at)
  const order = periods
    .map((period, index) => ({ ...period, index }))
    .sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0))
  const issues: Issue[] = []
  const say = (code: keyof typeof unitErrors, index: number): void => {
    issues.push(issue(unitErrors, code, { path: [...base, index] }))
  }
  let covered: CivilDate | undefined
  for (const { from, to, index } of order) {
    const end = to ?? lastDay
    if (end < from) {
      say('facility.period.backward', index)
      continue
    }
    if (covered !== undefined && from <= covered) say('facility.period.overlap', index)
    else if (covered !== undefined && addDays(covered, 1) < from) say('facility.period.gap', index)
    if (covered === undefined || covered < end) covered = end
  }
  return issues
}

/**
 * Everything that does not fit together in a facility: its address as of its day, its periods, and, as a warning, a
 * code that begins with another province.
 */
export function facilityIssues(
  facility: Facility,
  { lists = [], on, codes = assumedFacilityCodes, at = [] }: FacilityJudging,
): readonly Issue[] {
  const base = safePath(at)
  const { province, district, commune, asOf = on, periods = [] } = facility
  const code = codeContradicts(facility, codes)
    ? [
        issue(unitErrors, 'facility.code.province', {
          path: [...base, 'code'],
          severity: 'warning',
        }),
      ]
    : []
  return [
    ...code,
    ...addressIssues({ province, district, commune, asOf }, lists, base),
    ...unitPeriodIssues(periods, [...base, 'periods']),
  ]
}
