import { type CivilDate, formatInstant, type Issue, issue } from '@tiemchung/core'
import { levelsOn, provinceOn, type UnitLevel } from '@tiemchung/schemas/units'
import type { DayReport } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import { type ExpectedFacility, type Hierarchy, placementOf } from './expected-facility.js'
import {
  type Counting,
  countFacility,
  emptyCounting,
  facilityRow,
  type RollUpFacility,
  type RollUpTally,
  tallyFrom,
} from './roll-up-tally.js'

/** What a day is rolled up from. */
export interface RollUpInput {
  readonly date: CivilDate
  readonly madeAt: Date
  /** Reports that count: those that `checkDayReports` let through. At most one a facility. */
  readonly reports: readonly DayReport[]
  /** Every facility, with its plan. */
  readonly expected: readonly ExpectedFacility[]
  /** The units as of the day. */
  readonly hierarchy?: Hierarchy
  /** What checking the reports found; it goes with the result. */
  readonly issues?: readonly Issue[]
}

/** The facilities of one unit, line or owner. */
export interface RollUpUnit extends RollUpTally {
  readonly level: 'line' | 'owner' | UnitLevel
  readonly code: string
  readonly name?: string
  /** Codes of the units above, from the province down. */
  readonly within: readonly string[]
}

/** How the facilities of a day stand, on every level. */
export interface DayRollUp {
  readonly format: 'day-roll-up/1'
  readonly date: CivilDate
  readonly madeAt: string
  /** The levels below the province line on that day: three until 30/06/2025, two since. */
  readonly levels: readonly UnitLevel[]
  /** The ministry: everything. */
  readonly total: RollUpTally
  /** By reporting line: the provinces, the Ministry of Health's own, and other ministries and branches. */
  readonly lines: readonly RollUpUnit[]
  readonly owners: readonly RollUpUnit[]
  /** Units of the provinces, each level apart, with the oldest open first. */
  readonly areas: readonly RollUpUnit[]
  /** Facilities that are not finished, with the oldest first. */
  readonly open: readonly RollUpFacility[]
  readonly issues: readonly Issue[]
}

interface Group {
  readonly head: Pick<RollUpUnit, 'level' | 'code' | 'within'>
  readonly tally: Counting
}

/** Units by level and code, as they are met. */
class Groups {
  readonly #groups = new Map<string, Group>()

  count(head: Group['head'], one: RollUpFacility): void {
    const key = [head.level, ...head.within, head.code].join(' ')
    const group = this.#groups.get(key) ?? { head, tally: emptyCounting() }
    this.#groups.set(key, group)
    countFacility(group.tally, one)
  }

  rows(nameOf: (head: Group['head']) => string | undefined): readonly RollUpUnit[] {
    return [...this.#groups.values()].map(({ head, tally }) => {
      const name = nameOf(head)
      return { ...head, ...(name === undefined ? {} : { name }), ...tallyFrom(tally) }
    })
  }
}

const never = '9999'

/** Oldest open first, then by code. */
function byAge(left: RollUpUnit, right: RollUpUnit): number {
  const [one, other] = [left.oldest ?? never, right.oldest ?? never]
  if (one !== other) return one < other ? -1 : 1
  return left.code < right.code ? -1 : 1
}

function byFacilityAge(left: RollUpFacility, right: RollUpFacility): number {
  const [one, other] = [left.since ?? never, right.since ?? never]
  if (one !== other) return one < other ? -1 : 1
  return left.facility < right.facility ? -1 : 1
}

interface Standings {
  readonly all: readonly RollUpFacility[]
  readonly issues: readonly Issue[]
}

function standings({ date, expected, reports, hierarchy = {} }: RollUpInput): Standings {
  const byFacility = new Map(reports.map((one) => [one.facility, one]))
  const issues: Issue[] = []
  const seen = new Set<string>()
  const all = expected.flatMap((one, index): RollUpFacility[] => {
    const warn = (code: keyof typeof errorCatalogue) => {
      const path = ['expected', index]
      issues.push(issue(errorCatalogue, code, { path, severity: 'warning' }))
    }
    if (seen.has(one.code)) {
      warn('clinic.roll-up.listed-twice')
      return []
    }
    seen.add(one.code)
    const report = byFacility.get(one.code)
    const planned = one.vaccinating !== false
    if (!planned && (report === undefined || report.given === 0)) return []
    if (!planned) warn('clinic.roll-up.unplanned')
    const placement = placementOf(one, date, hierarchy)
    for (const open of placement.open) warn(`clinic.roll-up.${open}`)
    return [facilityRow(one, placement, report, date)]
  })
  return { all, issues }
}

/**
 * How the facilities of a day stand: finished, open for one reason each, or silent, for the ministry, its reporting lines
 * and owners, and the provinces, districts and communes as they were that day. On every level vaccinating = finished +
 * every reason + silent. A facility that reports doses counts even without a plan.
 *
 * It does not check the reports: give those that `checkDayReports` let through.
 *
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { type ExpectedFacility, rollUp } from '@tiemchung/clinic/roll-up'
 * declare const expected: ExpectedFacility[]
 * const date = parseCivilDate('2022-05-20')
 * const result = rollUp({ date, madeAt: new Date(), reports: [], expected })
 * result.total.silent // => everybody, while nobody has reported
 * ```
 */
export function rollUp(input: RollUpInput): DayRollUp {
  const { date, madeAt, hierarchy = {} } = input
  const levels = levelsOn(date)
  const total = emptyCounting()
  const [lines, owners, areas] = [new Groups(), new Groups(), new Groups()]
  const { all, issues } = standings(input)
  for (const one of all) {
    countFacility(total, one)
    lines.count({ level: 'line', code: one.line, within: [] }, one)
    owners.count({ level: 'owner', code: one.owner, within: [] }, one)
    for (const [index, code] of one.area.entries()) {
      const level = levels[index]
      if (level !== undefined) areas.count({ level, code, within: one.area.slice(0, index) }, one)
    }
  }
  const nameOf = ({ level, code }: Group['head']) =>
    level === 'province'
      ? provinceOn(code, date)?.name
      : level === 'line' || level === 'owner'
        ? undefined
        : hierarchy.units?.find(code)?.name
  return {
    format: 'day-roll-up/1',
    date,
    madeAt: formatInstant(madeAt),
    levels,
    total: tallyFrom(total),
    lines: [...lines.rows(nameOf)].sort(byAge),
    owners: [...owners.rows(nameOf)].sort(byAge),
    areas: [...areas.rows(nameOf)].sort(byAge),
    open: all.filter(({ state }) => state !== 'finished').sort(byFacilityAge),
    issues: [...(input.issues ?? []), ...issues],
  }
}
