import type { CivilDate } from '@tiemchung/core'
import type { ReportingLine, UnitPeriod } from './unit-period.js'

/** A unit with its owner and reporting line by days. */
export interface DatedUnit {
  readonly periods?: readonly UnitPeriod[] | undefined
}

/**
 * Owner and reporting line of a unit on a day; undefined when no period has the day, or more than one has: who is
 * asked twice is not known.
 */
export function periodOn({ periods = [] }: DatedUnit, day: CivilDate): UnitPeriod | undefined {
  const [first, ...others] = periods.filter(
    ({ from, to }) => from <= day && (to === null || day <= to),
  )
  return others.length === 0 ? first : undefined
}

/**
 * Whom a unit reports to on a day; undefined when that is not known.
 *
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { reportsTo } from '@tiemchung/schemas/units'
 * const army = { line: 'ministry-or-branch', branch: 'defence' } as const
 * const from = parseCivilDate('2020-01-01')
 * const unit = { periods: [{ from, to: null, owner: 'ministry-or-branch', reportsTo: army } as const] }
 * reportsTo(unit, parseCivilDate('2022-04-14'))?.line // => 'ministry-or-branch'
 * reportsTo(unit, parseCivilDate('2019-12-31')) // => undefined
 * ```
 */
export function reportsTo(unit: DatedUnit, day: CivilDate): ReportingLine | undefined {
  return periodOn(unit, day)?.reportsTo
}
