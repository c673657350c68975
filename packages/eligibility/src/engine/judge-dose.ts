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

const refuses = (what: DoseFinding | undefined) =>
  what === 'tooYoung' || what === 'tooOld' || what === 'inadvertent' || what === 'notAccepted'

/** What is found about the product; `strengthUnknown` when it depends on which of several it was. */
export function judgeProducts(
  candidates: readonly PlanProduct[],
  bench: Bench,
  day: Day,
): DoseReason[] {
  const [first] = candidates
  let worst: DoseFinding | undefined
  let mildest: DoseFinding | undefined
  let refused = 0
  let planned = false
  for (const product of candidates) {
    const what = judgeAge(product, bench, day)
    if (what === undefined) planned = true
    else if (refuses(what)) {
      refused += 1
      worst ??= what
    } else mildest ??= what
  }
  const grounds = first?.countsGrounds
  if (refused > 0 && refused < candidates.length) {
    return [finding('strengthUnknown', 'product', grounds)]
  }
  const found = worst ?? (planned ? undefined : mildest)
  return found === undefined ? [] : [finding(found, `product/${first?.id}`, grounds)]
}

/** A dose before it is settled. */
export type Candidate = Omit<PastDose, 'standing' | 'n'>

function judgeAgeRow(row: PlanDoseAge, { plan, birth }: Bench, day: Day): DoseReason | undefined {
  const { period, countsFrom, graceDays, from, before, rule, grounds } = row
  if (day < period.from || day >= period.end) return undefined
  const at = (age: PlanDoseAge['from']) => addToDay(birth, age, plan.calendar.monthOverflow)
  if (day < at(countsFrom) - graceDays) return finding('tooYoung', rule, grounds)
  if (before !== undefined && day >= at(before)) return finding('tooOld', rule, grounds)
  return day < at(from) ? finding('grace', rule, grounds) : undefined
}

function judgeInterval(
  interval: PlanInterval,
  { plan, past }: Bench,
  day: Day,
): DoseReason | undefined {
  const { period, min, countsFrom, graceDays, rule, grounds } = interval
  if (day < period.from || day >= period.end) return undefined
  const since = referenceOf(interval, past, day)
  if (since === undefined) return undefined
  const allowed = addToEvent(since.day, min, plan.calendar)
  if (day >= allowed) return undefined
  const counted = addToEvent(since.day, countsFrom, plan.calendar) - graceDays
  const params = { days: allowed - day }
  return finding(day >= counted ? 'grace' : 'tooSoon', rule, grounds, params)
}

const tooSoon = (one: DoseReason | undefined) => one?.finding === 'tooSoon'

/** A dose that misses an interval counts when it keeps all of the accepted ones. */
function judgeIntervals(reasons: DoseReason[], bench: Bench, day: Day): void {
  const { intervals, acceptedIntervals } = bench.target
  const keepsAccepted = () =>
    acceptedIntervals.length > 0 &&
    !acceptedIntervals.some((one) => tooSoon(judgeInterval(one, bench, day)))
  let rescued: boolean | undefined
  for (const interval of intervals) {
    const found = judgeInterval(interval, bench, day)
    if (found === undefined) continue
    if (tooSoon(found)) rescued ??= keepsAccepted()
    const accepted = tooSoon(found) && rescued === true
    reasons.push(accepted ? { ...found, finding: 'acceptedInterval' } : found)
  }
}

function judgeSpacing(reasons: DoseReason[], { plan, past }: Bench, dose: Candidate): void {
  for (const rule of plan.spacing) {
    if (!dose.products.some((id) => rule.give.has(id))) continue
    const spaced = spacedBy(rule, past, plan.calendar, dose.day, true)
    const end = Math.max(...spaced.map((one) => one.end))
    if (dose.day < end) {
      reasons.push(finding('spacing', rule.rule, rule.grounds, { days: end - dose.day }))
    }
  }
}

function judgeBrand(reasons: DoseReason[], { target, past }: Bench, dose: Candidate): void {
  const same = target.sameBrandAs
  const brand = same === undefined ? undefined : countedDose(past, same)?.brand
  if (brand === undefined || brand === dose.brand) return
  reasons.push(finding('otherBrand', `dose-${target.n}/brand`, target.grounds))
}

/** Adds what is found about brand, age, intervals and distance to other vaccines. */
export function judgeCourse(reasons: DoseReason[], bench: Bench, dose: Candidate): void {
  judgeBrand(reasons, bench, dose)
  for (const row of bench.target.ages) {
    const found = judgeAgeRow(row, bench, dose.day)
    if (found !== undefined) reasons.push(found)
  }
  judgeIntervals(reasons, bench, dose.day)
  judgeSpacing(reasons, bench, dose)
}
