/** The judgement of the doses that were given, each by the policy in force on its own day. */
import type { Params } from '@tiemchung/core'
import type { Grounds, Plan, PlanDose, PlanInterval, PlanProduct } from '../policy-set/compile.js'
import type { PolicySet } from '../policy-set/define.js'
import type { ReadDose, ReadSubject } from '../subject/read.js'
import type { DoseFinding, DoseReason, DoseValidity, JudgedDose } from './answer.js'
import { addToDay, addToEvent, type Day } from './days.js'
import { type Bands, governingOn } from './govern.js'

/** A plausible dose that was given. */
export interface PastDose {
  readonly day: Day
  readonly brand: string | undefined
  /** The products it may have been: one, or all of its brand. */
  readonly products: readonly string[]
  /** Id of the policy that judged it. */
  readonly policy: string
}

/** What the history comes to. */
export interface History {
  readonly judged: readonly JudgedDose[]
  readonly counted: readonly PastDose[]
  /** Doses that were given and do not count, by day: they still space the next. */
  readonly uncounted: readonly PastDose[]
  /** Facts that would settle the doses that could not be judged. */
  readonly needs: readonly string[]
}

interface Draft {
  judged: JudgedDose[]
  counted: PastDose[]
  uncounted: PastDose[]
  needs: string[]
}

const nothing: Grounds = { cite: [], assumes: [] }

function reason(
  finding: DoseFinding,
  rule: string,
  grounds: Grounds = nothing,
  params: Params = {},
): DoseReason {
  return { finding, rule, cite: grounds.cite, params }
}

/** The earlier dose that an interval counts from, seen from a day. */
export function referenceOf(
  interval: PlanInterval,
  history: Pick<History, 'counted' | 'uncounted'>,
  day: Day,
): PastDose | undefined {
  const dose =
    interval.since === 'uncounted'
      ? history.uncounted.findLast((one) => one.day < day)
      : history.counted[interval.since - 1]
  const { after } = interval
  if (dose === undefined || after === undefined) return dose
  return dose.products.some((id) => after.has(id)) ? dose : undefined
}

function judgeInterval(interval: PlanInterval, plan: Plan, draft: Draft, day: Day) {
  const since = referenceOf(interval, draft, day)
  if (since === undefined) return undefined
  const allowed = addToEvent(since.day, interval.min, plan.calendar)
  if (day >= allowed) return undefined
  const params = { days: allowed - day }
  const finding = day >= allowed - interval.graceDays ? 'grace' : 'tooSoon'
  return reason(finding, interval.rule, interval.grounds, params)
}

/** How a product stands to the age on the day. */
function judgeAge(product: PlanProduct, plan: Plan, birth: Day, day: Day): DoseFinding | undefined {
  const overflow = plan.calendar.monthOverflow
  const from = addToDay(birth, product.counts.from, overflow)
  if (day < from - product.graceDays) return 'tooYoung'
  if (day >= addToDay(birth, product.counts.before, overflow)) return 'tooOld'
  if (day < from) return 'grace'
  const { use } = product
  const planned =
    use !== null &&
    day >= addToDay(birth, use.from, overflow) &&
    day < addToDay(birth, use.before, overflow)
  return planned ? undefined : 'offPlan'
}

function judgeProducts(
  candidates: readonly PlanProduct[],
  plan: Plan,
  birth: Day,
  dose: ReadDose,
): DoseReason[] {
  const findings = candidates.map((product) => judgeAge(product, plan, birth, dose.day))
  const refused = findings.filter((one) => one === 'tooYoung' || one === 'tooOld')
  const [first] = candidates
  if (refused.length > 0 && refused.length < findings.length) {
    return [reason('strengthUnknown', 'product', first?.countsGrounds)]
  }
  const worst = refused[0] ?? (findings.includes(undefined) ? undefined : findings[0])
  return worst === undefined ? [] : [reason(worst, `product/${first?.id}`, first?.countsGrounds)]
}

function judgeCourse(target: PlanDose, plan: Plan, draft: Draft, dose: PastDose): DoseReason[] {
  const same = target.sameBrandAs
  const brand = same === undefined ? undefined : draft.counted[same - 1]?.brand
  const found =
    brand === undefined || brand === dose.brand
      ? []
      : [reason('otherBrand', `dose-${target.n}/brand`, target.grounds)]
  const intervals = target.intervals.flatMap(
    (interval) => judgeInterval(interval, plan, draft, dose.day) ?? [],
  )
  return [...found, ...intervals]
}

const invalidating: ReadonlySet<DoseFinding> = new Set([
  'tooYoung',
  'tooOld',
  'otherBrand',
  'tooSoon',
])

function validityOf(reasons: readonly DoseReason[]): DoseValidity {
  if (reasons.some((one) => invalidating.has(one.finding))) return 'invalid'
  if (reasons.some((one) => one.finding === 'strengthUnknown')) return 'unknown'
  return reasons.some((one) => one.finding === 'grace') ? 'validByGrace' : 'valid'
}

/** What a dose was, as far as the policy knows it. */
function identify(dose: ReadDose, plan: Plan): readonly PlanProduct[] {
  return dose.product === undefined
    ? plan.products.filter((product) => product.brand === dose.brand)
    : plan.products.filter((product) => product.id === dose.product)
}

function judgeOne(draft: Draft, dose: ReadDose, bands: Bands, set: PolicySet): JudgedDose {
  const { plan, inForce } = governingOn(set, bands, dose.day)
  const candidates = identify(dose, plan)
  const past: PastDose = {
    day: dose.day,
    brand: candidates[0]?.brand ?? dose.brand,
    products: candidates.map((one) => one.id),
    policy: plan.id,
  }
  const settle = (
    validity: DoseValidity,
    reasons: readonly DoseReason[],
    n: number | null = null,
  ): JudgedDose => {
    if (n === null) draft.uncounted.push(past)
    else draft.counted.push(past)
    return { index: dose.index, n, validity, reasons }
  }
  const open = (finding: DoseFinding, need: 'policy' | 'product') => {
    draft.needs.push(`doses[${dose.index}].${need}`)
    return settle('unknown', [reason(finding, 'history', plan.headGrounds)])
  }
  if (!inForce) return open('noPolicy', 'policy')
  if (dose.product === undefined && dose.brand === undefined) {
    return open('productMissing', 'product')
  }
  if (candidates.length === 0) return open('productUnknown', 'product')
  const target = plan.doses[draft.counted.length]
  if (target === undefined) {
    return settle('extra', [reason('courseFull', 'course', plan.headGrounds)])
  }
  const reasons = [
    ...judgeProducts(candidates, plan, bands.birth, dose),
    ...judgeCourse(target, plan, draft, past),
  ]
  const validity = validityOf(reasons)
  if (validity === 'unknown') draft.needs.push(`doses[${dose.index}].product`)
  const counts = validity === 'valid' || validity === 'validByGrace'
  return settle(validity, reasons, counts ? target.n : null)
}

function judgeImplausible(dose: ReadDose, finding: DoseFinding): JudgedDose {
  const validity = finding === 'sameDay' ? 'extra' : 'invalid'
  return { index: dose.index, n: null, validity, reasons: [reason(finding, 'history')] }
}

/**
 * Judges every dose, in the order of days. An impossible date, a second dose on one day and a dose past
 * the end of the course are kept, flagged and never counted.
 */
export function judgeHistory(subject: ReadSubject, bands: Bands, set: PolicySet, on: Day): History {
  const { birth } = bands
  const draft: Draft = { judged: [], counted: [], uncounted: [], needs: [] }
  const settled = new Set<Day>()
  const judge = (dose: ReadDose): JudgedDose => {
    if (dose.day > on) return judgeImplausible(dose, 'afterAssessment')
    if (dose.day < birth) return judgeImplausible(dose, 'beforeBirth')
    if (settled.has(dose.day)) return judgeImplausible(dose, 'sameDay')
    const judged = judgeOne(draft, dose, bands, set)
    if (judged.validity !== 'invalid') settled.add(dose.day)
    return judged
  }
  for (const dose of subject.doses) draft.judged.push(judge(dose))
  return { ...draft, judged: draft.judged.sort((left, right) => left.index - right.index) }
}
