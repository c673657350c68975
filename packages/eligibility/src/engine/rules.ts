/** Rules as sets of days: what stands in the way of the next dose under one version of one policy. */
import type { Params, Sentences } from '@tiemchung/core'
import type { Status } from '../policy/format.js'
import type {
  Grounds,
  Plan,
  PlanDose,
  PlanInfection,
  PlanScreeningRule,
  PlanSpacing,
} from '../policy-set/compile.js'
import type { ReadSubject } from '../subject/read.js'
import type { ReasonKind } from './answer.js'
import { addToDay, addToEvent, type Day } from './days.js'
import { bandOf, type Governing } from './govern.js'
import { referenceOf, spacedBy } from './interval.js'
import type { History } from './past.js'

/**
 * How hard a rule stands in the way. `dated`: until a day that is known. `open`: until facts change.
 * `awaits`: something that is asked for is not there yet; dates are still told.
 */
export type Weight = 'dated' | 'open' | 'awaits'

/** One rule, applied to one person. */
export interface RuleDays {
  readonly rule: string
  readonly kind: ReasonKind
  readonly grounds: Grounds
  /** The status where it stands in the way. */
  readonly status: Status
  readonly weight: Weight
  /** Days on which it stands in the way: `[from, end)`, empty when it never does. */
  readonly from: Day
  readonly end: Day
  /** Days on which it allows, for the reason: `[first, last)`. */
  readonly allowed?: { readonly from: Day; readonly end: Day }
  readonly params?: Params
  readonly says?: Sentences
  /** Facts that would settle it. */
  readonly needs?: readonly string[]
}

/** All that is known about a person, for one possible day of birth. */
export interface Case {
  readonly subject: ReadSubject
  readonly birth: Day
  readonly history: History
  readonly on: Day
}

const always = Number.NEGATIVE_INFINITY
export const never = Number.POSITIVE_INFINITY
const nowhere = { from: always, end: always }
const everywhere = { from: always, end: never }
const where = (blocks: boolean) => (blocks ? everywhere : nowhere)

function ageRule({ plan, age }: Governing, birth: Day): RuleDays {
  return {
    rule: 'age',
    kind: 'age',
    grounds: plan.ageGrounds,
    status: age === 'above' ? 'tooOld' : 'tooYoung',
    weight: 'dated',
    ...where(age !== 'within'),
    allowed: bandOf(plan, birth),
  }
}

function periodRule({ plan, inForce }: Governing): RuleDays {
  return {
    rule: 'policy-period',
    kind: 'policyPeriod',
    grounds: plan.headGrounds,
    status: 'notRecommended',
    weight: 'dated',
    ...where(!inForce),
    allowed: { from: plan.from, end: plan.end },
  }
}

function courseRule(plan: Plan, target: PlanDose | undefined): RuleDays {
  return {
    rule: 'course',
    kind: 'course',
    grounds: plan.headGrounds,
    status: 'complete',
    weight: 'dated',
    ...where(target === undefined),
    params: { doses: plan.doses.length },
  }
}

function historyRule(plan: Plan, { needs }: History): RuleDays[] {
  if (needs.length === 0) return []
  const { headGrounds: grounds } = plan
  const base = { rule: 'history', kind: 'history', status: 'unknown', weight: 'open' } as const
  return [{ ...base, ...everywhere, grounds, needs }]
}

/** The ages of the dose; each row stands in the way on its own days alone. */
function doseAgeRules(plan: Plan, { n, ages }: PlanDose, birth: Day): RuleDays[] {
  const at = (age: PlanDose['ages'][number]['from']) =>
    addToDay(birth, age, plan.calendar.monthOverflow)
  return ages.flatMap(({ rule, grounds, from, before, period }) => {
    const [first, end] = [at(from), before === undefined ? never : at(before)]
    const allowed = { from: first, end }
    const base = { rule, grounds, kind: 'doseAge', weight: 'dated', allowed } as const
    const params = { dose: n }
    return [
      { ...base, params, status: 'tooYoung', ...cut(period.from, Math.min(period.end, first)) },
      ...(end === never
        ? []
        : [
            {
              ...base,
              params,
              status: 'tooOld' as const,
              ...cut(Math.max(period.from, end), period.end),
            },
          ]),
    ]
  })
}

/** `[from, end)`, or nowhere when it holds no day. */
const cut = (from: Day, end: Day) => (from < end ? { from, end } : nowhere)

/** Before, between and after the seasons of a dose. */
function seasonRules({ n, seasons }: PlanDose): RuleDays[] {
  const [first] = seasons
  if (first === undefined) return []
  const gaps = [
    { from: always, end: first.from, coming: first },
    ...seasons.map((season, index) => {
      const coming = seasons[index + 1]
      return { from: season.end, end: coming?.from ?? never, coming: coming ?? season }
    }),
  ]
  return gaps.map(({ from, end, coming }, index) => ({
    rule: `dose-${n}/season-${index + 1}`,
    kind: 'season',
    grounds: coming.grounds,
    status: 'notRecommended',
    weight: 'dated',
    ...cut(from, end),
    allowed: { from: coming.from, end: coming.end },
    params: { dose: n },
  }))
}

/** Whether every product of the dose must keep the distance. */
export function spacesAll(rule: PlanSpacing, { products }: PlanDose): boolean {
  return products.every((product) => rule.give.has(product.id))
}

function spacingRules(plan: Plan, target: PlanDose, history: History): RuleDays[] {
  return plan.spacing
    .filter((rule) => spacesAll(rule, target))
    .flatMap((rule) => {
      const spaced = spacedBy(rule, history, plan.calendar, never, false)
      if (spaced.length === 0) return []
      const end = Math.max(...spaced.map((one) => one.end))
      const { grounds } = rule
      const base = { rule: rule.rule, kind: 'spacing', status: 'tooSoon', weight: 'dated' } as const
      const from = Math.min(...spaced.map((one) => one.from))
      return [{ ...base, grounds, from, end, allowed: { from: end, end: never } }]
    })
}

/** A policy for one sex; it says nothing to the other. */
function sexRule(plan: Plan, { plain }: ReadSubject): RuleDays[] {
  if (plan.sex === undefined) return []
  const base = { rule: 'sex', kind: 'sex', grounds: plan.ageGrounds, weight: 'open' } as const
  if (plain.sex === undefined)
    return [{ ...base, status: 'unknown', ...everywhere, needs: ['sex'] }]
  return [{ ...base, status: 'notRecommended', ...where(plain.sex !== plan.sex) }]
}

function intervalRules(plan: Plan, target: PlanDose, history: History): RuleDays[] {
  return target.intervals.flatMap((interval) => {
    const since = referenceOf(interval, history, never)
    if (since === undefined) return []
    const { rule, grounds, period, min } = interval
    const end = addToEvent(since.day, min, plan.calendar)
    const base = { rule, grounds, kind: 'interval', status: 'tooSoon', weight: 'dated' } as const
    const params = { dose: target.n, days: min.days, months: min.months }
    const span = cut(period.from, Math.min(period.end, end))
    return [{ ...base, ...span, allowed: { from: end, end: never }, params }]
  })
}

function infectionRule(rule: PlanInfection, plan: Plan, { subject, on }: Case): RuleDays[] {
  const state = subject.plain.facts.covid19Infection?.state ?? 'unknown'
  const { id, grounds, says } = rule
  const base = { rule: id, kind: 'infection', grounds, says } as const
  const fact = 'covid19Infection'
  if (state === 'no') return [{ ...base, status: 'deferred', weight: 'dated', ...nowhere }]
  if (state === 'unknown') {
    return [{ ...base, status: 'unknown', weight: 'awaits', ...everywhere, needs: [fact] }]
  }
  const until = (anchor: Day) => addToEvent(anchor, rule.wait, plan.calendar)
  const anchor = subject[rule.anchor]
  const params = { months: rule.wait.months, days: rule.wait.days, anchor: rule.anchor }
  if (anchor !== undefined && anchor <= on) {
    const end = until(anchor)
    const allowed = { from: end, end: never }
    const span = { from: anchor, end, allowed, params }
    return [{ ...base, status: 'deferred', weight: 'dated', ...span }]
  }
  // Nobody recovers before falling ill: a known recovery bounds an unknown onset from above.
  const { recovery } = subject
  const bounded = rule.anchor === 'onset' && recovery !== undefined && recovery <= on
  const end = bounded ? until(recovery) : never
  const needs = [`${fact}.${rule.anchor}`]
  return [{ ...base, status: 'unknown', weight: 'open', from: always, end, params, needs }]
}

function screeningRule(
  rule: PlanScreeningRule,
  kind: 'contraindication' | 'screeningDeferral',
  subject: ReadSubject,
): RuleDays {
  const { id, grounds, says, item } = rule
  const yes = subject.plain.facts.screening?.[item] === 'yes'
  const base = { rule: id, kind, grounds, says, weight: 'open', ...where(yes) } as const
  return kind === 'contraindication'
    ? { ...base, status: 'contraindicated' }
    : { ...base, status: 'deferred', needs: ['rescreen'] }
}

function formRule(plan: Plan, subject: ReadSubject): RuleDays {
  const answers = subject.plain.facts.screening
  const open = plan.items.filter((item) => (answers?.[item] ?? 'unknown') === 'unknown')
  return {
    rule: 'screening',
    kind: 'screening',
    grounds: plan.screeningGrounds,
    status: 'needsScreening',
    weight: 'awaits',
    ...where(open.length > 0),
    params: { open: open.length },
    needs: open.map((item) => `screening.${item}`),
  }
}

function consentRule(plan: Plan, subject: ReadSubject): RuleDays[] {
  if (plan.consent === null) return []
  const { state, by } = subject.plain.consent ?? { state: 'none' }
  const agreed = state === 'agreed' && (by === undefined || plan.consent.by.includes(by))
  return [
    {
      rule: 'consent',
      kind: 'consent',
      grounds: plan.consent.grounds,
      status: 'needsConsent',
      weight: 'awaits',
      from: always,
      end: agreed ? subject.consentFrom : never,
      params: { state },
      needs: ['consent'],
    },
  ]
}

/** What the dose that is due asks for. */
function dueRules(plan: Plan, target: PlanDose, { birth, history }: Case): RuleDays[] {
  return [
    ...doseAgeRules(plan, target, birth),
    ...intervalRules(plan, target, history),
    ...spacingRules(plan, target, history),
    ...seasonRules(target),
  ]
}

/** Every rule of the policy that speaks, applied to the dose that is due. */
export function rulesOf(governing: Governing, target: PlanDose | undefined, one: Case): RuleDays[] {
  const { plan } = governing
  const { subject, history } = one
  return [
    ageRule(governing, one.birth),
    periodRule(governing),
    courseRule(plan, target),
    ...historyRule(plan, history),
    ...(target === undefined ? [] : dueRules(plan, target, one)),
    ...sexRule(plan, subject),
    ...plan.infections.flatMap((rule) => infectionRule(rule, plan, one)),
    ...plan.contraindications.map((rule) => screeningRule(rule, 'contraindication', subject)),
    ...plan.deferrals.map((rule) => screeningRule(rule, 'screeningDeferral', subject)),
    formRule(plan, subject),
    ...consentRule(plan, subject),
  ]
}
