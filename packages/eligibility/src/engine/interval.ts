/** Lengths of time since earlier doses. */
import type { PlanInterval, PlanSpacing } from '../policy-set/compile.js'
import { addToEvent, type Calendar, type Day } from './days.js'
import { countedDose, lastOfCourse, type Past, type PastDose } from './past.js'

const isOneOf = (ids: ReadonlySet<string>) => (dose: PastDose) =>
  dose.products.some((id) => ids.has(id))

function lastDose(since: PlanInterval['since'], past: Past, before: Day): PastDose | undefined {
  if (typeof since === 'number') return countedDose(past, since)
  if (since === 'uncounted') return past.uncounted.findLast((one) => one.day < before)
  if (since === 'given') return lastOfCourse(past, before)
  const named = isOneOf(since)
  return past.given.findLast((one) => one.day < before && named(one))
}

/** The earlier dose that an interval counts from, seen from a day. */
export function referenceOf(interval: PlanInterval, past: Past, day: Day): PastDose | undefined {
  const dose = lastDose(interval.since, past, day)
  const { after } = interval
  if (dose === undefined || after === undefined) return dose
  return isOneOf(after)(dose) ? dose : undefined
}

/** The days between an earlier vaccine and the first on which another may be given. */
export interface Spaced {
  readonly from: Day
  readonly end: Day
}

/** Every stretch of days on which a distance to earlier vaccines is not kept, seen from a day. */
export function spacedBy(
  rule: PlanSpacing,
  past: Pick<Past, 'given'>,
  calendar: Calendar,
  before: Day,
  forgiving: boolean,
): Spaced[] {
  const named = isOneOf(rule.after)
  return past.given
    .filter((one) => one.day < before && named(one))
    .map((one) => {
      const short = forgiving && one.standing === 'counted'
      const end = addToEvent(one.day, short ? rule.minAfterCounted : rule.min, calendar)
      return { from: one.day + 1, end }
    })
}
