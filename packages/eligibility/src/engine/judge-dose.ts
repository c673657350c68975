/** What the rules of one dose of the course say of a dose that was given. */
import type { Params } from '@tiemchung/core'
import type {
  Grounds,
  Plan,
  PlanDose,
  PlanDoseAge,
  PlanInterval,
  PlanProduct,
} from '../policy-set/compile.js'
import type { DoseFinding, DoseReason } from './answer.js'
import { addToDay, addToEvent, type Day } from './days.js'
import { referenceOf, spacedBy } from './interval.js'
import { countedDose, type Past, type PastDose } from './past.js'

const nothing: Grounds = { cite: [], assumes: [] }

/** One finding, with the rule that made it. */
export function finding(
  what: DoseFinding,
  rule: string,
  grounds: Grounds = nothing,
  params: Params = {},
): DoseReason {
  return { finding: what, rule, cite: grounds.cite, params }
}

/** What a dose is judged by. */
export interface Bench {
  readonly plan: Plan
  readonly target: PlanDose
  readonly past: Past
  readonly birth: Day
}

/** How a product stands to the age on the day. */
function judgeAge(product: PlanProduct, { plan, target, birth }: Bench, day: Day) {
  const at = (age: Parameters<typeof addToDay>[1]) =>
    addToDay(birth, age, plan.calendar.monthOverflow)
  if (target.never.has(product.id)) return 'inadvertent'
  const own = target.accepts?.get(product.id)
  if (target.accepts !== undefined && own === undefined) return 'notAccepted'
  const { from, before } = own ?? product.counts
  const first = at(from)
  if (day < first - (own ?? product).graceDays) return 'tooYoung'
  if (day >= at(before)) return 'tooOld'
  if (day < first) return 'grace'
  const use = target.uses.get(product.id) ?? product.use
  const planned = use !== null && day >= at(use.from) && day < at(use.before)
  return planned ? undefined : 'offPlan'
}

const refusals: ReadonlySet<DoseFinding | undefined> = new Set([
  'tooYoung',
  'tooOld',
  'inadvertent',
  'notAccepted',
])

/** What is found about the product; `strengthUnknown` when it depends on which of several it was. */
export function judgeProducts(
  candidates: readonly PlanProduct[],
  bench: Bench,
  day: Day,
): DoseReason[] {
  const findings: readonly (DoseFinding | undefined)[] = candidates.map((product) =>
    judgeAge(product, bench, day),
  )
  const refused = findings.filter((one) => refusals.has(one))
  const [first] = candidates
  if (refused.length > 0 && refused.length < findings.length) {
    return [finding('strengthUnknown', 'product', first?.countsGrounds)]
  }
  const worst = refused[0] ?? (findings.includes(undefined) ? undefined : findings[0])
  return worst === undefined ? [] : [finding(worst, `product/${first?.id}`, first?.countsGrounds)]
}

function judgeAgeRow(row: PlanDoseAge, { plan, birth }: Bench, day: Day): DoseReason[] {
  const { period, countsFrom, graceDays, from, before, rule, grounds } = row
  if (day < period.from || day >= period.end) return []
  const at = (age: PlanDoseAge['from']) => addToDay(birth, age, plan.calendar.monthOverflow)
  if (day < at(countsFrom) - graceDays) return [finding('tooYoung', rule, grounds)]
  if (before !== undefined && day >= at(before)) return [finding('tooOld', rule, grounds)]
  return day < at(from) ? [finding('grace', rule, grounds)] : []
}

function judgeInterval(interval: PlanInterval, { plan, past }: Bench, day: Day): DoseReason[] {
  const { period, min, countsFrom, graceDays, rule, grounds } = interval
  if (day < period.from || day >= period.end) return []
  const since = referenceOf(interval, past, day)
  if (since === undefined) return []
  const allowed = addToEvent(since.day, min, plan.calendar)
  if (day >= allowed) return []
  const counted = addToEvent(since.day, countsFrom, plan.calendar) - graceDays
  const params = { days: allowed - day }
  return [finding(day >= counted ? 'grace' : 'tooSoon', rule, grounds, params)]
}

const tooSoon = (one: DoseReason) => one.finding === 'tooSoon'

/** A dose that misses an interval counts when it keeps all of the accepted ones. */
function judgeIntervals(bench: Bench, day: Day): DoseReason[] {
  const { intervals, acceptedIntervals } = bench.target
  const found = intervals.flatMap((one) => judgeInterval(one, bench, day))
  if (acceptedIntervals.length === 0 || !found.some(tooSoon)) return found
  const accepted = acceptedIntervals.flatMap((one) => judgeInterval(one, bench, day))
  if (accepted.some(tooSoon)) return found
  return found.map((one) => (tooSoon(one) ? { ...one, finding: 'acceptedInterval' as const } : one))
}

function judgeSpacing({ plan, past }: Bench, dose: PastDose): DoseReason[] {
  return plan.spacing.flatMap((rule) => {
    if (!dose.products.some((id) => rule.give.has(id))) return []
    const spaced = spacedBy(rule, past, plan.calendar, dose.day, true)
    const end = Math.max(...spaced.map((one) => one.end))
    if (dose.day >= end) return []
    return [finding('spacing', rule.rule, rule.grounds, { days: end - dose.day })]
  })
}

function judgeBrand({ target, past }: Bench, dose: PastDose): DoseReason[] {
  const same = target.sameBrandAs
  const brand = same === undefined ? undefined : countedDose(past, same)?.brand
  return brand === undefined || brand === dose.brand
    ? []
    : [finding('otherBrand', `dose-${target.n}/brand`, target.grounds)]
}

/** What is found about brand, age, intervals and distance to other vaccines. */
export function judgeCourse(bench: Bench, dose: PastDose): DoseReason[] {
  return [
    ...judgeBrand(bench, dose),
    ...bench.target.ages.flatMap((row) => judgeAgeRow(row, bench, dose.day)),
    ...judgeIntervals(bench, dose.day),
    ...judgeSpacing(bench, dose),
  ]
}
