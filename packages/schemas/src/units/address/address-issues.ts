import {
  type CivilDate,
  type Issue,
  type IssueDetails,
  issue,
  type Path,
  safePath,
} from '@tiemchung/core'
import { unitErrors } from '../../errors/units.js'
import { levelsOn, threeLevelsUntil } from '../level.js'
import type { AdministrativeUnits } from '../list/administrative-unit.js'
import { convertProvince } from '../province/convert-province.js'
import { provinceOn } from '../province/province-on.js'

/** What an address says by codes, as of a day. */
export interface CodedAddress {
  readonly province: string
  readonly district?: string | undefined
  readonly commune: string
  readonly asOf: CivilDate
}

type Code = keyof typeof unitErrors
type Field = 'province' | 'district' | 'commune'
type Say = (code: Code, field: Field | undefined, details?: IssueDetails) => void

/** The list for a day: of those that are good for it, the latest. */
export function listFor(
  lists: readonly AdministrativeUnits[],
  day: CivilDate,
): AdministrativeUnits | undefined {
  const good = lists.filter(({ from, to }) => from <= day && (to === null || day <= to))
  return good.reduce<AdministrativeUnits | undefined>(
    (latest, one) => (latest === undefined || one.from > latest.from ? one : latest),
    undefined,
  )
}

function judgeProvince({ province, asOf }: CodedAddress, say: Say): void {
  if (provinceOn(province, asOf) !== undefined) return
  const now = convertProvince(province, threeLevelsUntil, asOf)
  const merged = now.status === 'one' && provinceOn(now.code, asOf) !== undefined
  if (!merged) return say('units.province.unknown', 'province')
  say('units.province.merged', 'province', { params: { successor: now.code } })
}

function judgeLevels({ district, asOf }: CodedAddress, say: Say): void {
  const has = levelsOn(asOf).includes('district')
  if (has && district === undefined) say('units.district.missing', 'district')
  if (!has && district !== undefined) say('units.district.abolished', 'district')
}

function judgeBelow(address: CodedAddress, units: AdministrativeUnits, say: Say): void {
  const { province, commune } = address
  const district = units.levels.includes('district') ? address.district : undefined
  if (district !== undefined && units.find(district)?.level !== 'district') {
    say('units.district.unknown', 'district')
  } else if (district !== undefined && !units.isWithin(district, province)) {
    say('units.district.elsewhere', 'district')
  }
  if (units.find(commune)?.level !== 'commune') return say('units.commune.unknown', 'commune')
  const known = district !== undefined && units.find(district) !== undefined
  if (!units.isWithin(commune, known ? district : province)) {
    say('units.commune.elsewhere', 'commune')
  }
}

/**
 * Everything about the codes of an address that cannot have been so on its day (`asOf`): codes that named nothing,
 * units that lie elsewhere, a district since 01/07/2025, none before.
 *
 * Provinces and levels are judged by the facts that come along. Districts and communes are judged by the latest list
 * that is good for the day; without one there is a warning that they were not. No issue means that the codes fit
 * together, and not that anybody lives there.
 *
 * @param at Where the address stands in its document. Default: it is the document.
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { addressIssues } from '@tiemchung/schemas/units'
 * const asOf = parseCivilDate('2025-07-01')
 * const found = addressIssues({ province: '27', district: '256', commune: '09163', asOf }, [])
 * found[0]?.message.en // => 'This province merged on 01/07/2025; the code is now 24.'
 * found[1]?.code // => 'units.district.abolished'
 * ```
 */
export function addressIssues(
  address: CodedAddress,
  lists: readonly AdministrativeUnits[],
  at: Path = [],
): readonly Issue[] {
  const issues: Issue[] = []
  const base = safePath(at)
  const say: Say = (code, field, details) => {
    const path = field === undefined ? base : [...base, field]
    issues.push(issue(unitErrors, code, { ...details, path }))
  }
  judgeProvince(address, say)
  judgeLevels(address, say)
  const units = listFor(lists, address.asOf)
  if (units === undefined) say('units.not-covered', undefined, { severity: 'warning' })
  else judgeBelow(address, units, say)
  return issues
}
