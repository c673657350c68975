/** Rules as sets of days: what stands in the way of the next dose under one version of one policy. */
import type { Plan, PlanDose } from '../policy-set/compile.js'
import type { ReadSubject } from '../subject/read.js'
import { addToEvent, type Day } from './days.js'
import type { Band, Bands, Governing } from './govern.js'
import { type Heads, headsOf, type InfectionHead } from './heads.js'
import { addDueRules } from './due-rules.js'
import { referenceOf } from './interval.js'
import type { History } from './past.js'
import { type RuleDays, type RuleHead, silent, spoken, standing } from './rule-days.js'

/** All that is known about a person, for one possible day of birth. */
export interface Case {
  readonly subject: ReadSubject
  readonly birth: Day
  readonly bands: Bands
  readonly history: History
  readonly on: Day
}

const always = Number.NEGATIVE_INFINITY
export const never = Number.POSITIVE_INFINITY

const onlyWhere = (blocks: boolean, head: RuleHead, rest?: Pick<RuleDays, 'params' | 'needs'>) =>
  blocks ? standing(head, rest) : silent(head, rest)

/** The rule of the person's age, on the days on which one policy speaks. */
export function ageRule({ tooOld, tooYoung }: Heads, age: Governing['age'], band: Band): RuleDays {
  const end = age === 'within' ? always : never
  return spoken(age === 'above' ? tooOld : tooYoung, always, end, { allowed: band })
}

/** The rule that a version speaks only while it is in force. */
export function periodRule(heads: Heads, inForce: boolean): RuleDays {
  return inForce ? heads.inForce : heads.outOfForce
}

function intervalRule(
  head: RuleHead,
  interval: PlanDose['intervals'][number],
  plan: Plan,
  target: PlanDose,
  history: History,
): RuleDays | undefined {
  const since = referenceOf(interval, history, never)
  if (since === undefined) return undefined
  const end = addToEvent(since.day, interval.min, plan.calendar)
  const { days, months } = interval.min
  const params = { dose: target.n, days, months }
  const { period } = interval
  const allowed = { from: end, end: never }
  return spoken(head, period.from, Math.min(period.end, end), { allowed, params })
}

/** A policy for one sex says nothing to the other. */
function sexRule({ sex, ageGrounds: grounds }: Plan, { plain }: ReadSubject): RuleDays {
  const base = { rule: 'sex', kind: 'sex', grounds, weight: 'open', says: undefined } as const
  return plain.sex === undefined
    ? standing({ ...base, status: 'unknown' }, { needs: ['sex'] })
    : onlyWhere(plain.sex !== sex, { ...base, status: 'notRecommended' })
}

function infectionRule(head: InfectionHead, plan: Plan, { subject, on }: Case): RuleDays {
  const state = subject.infection
  if (state === 'no') return head.none
  if (state === 'unknown') return head.unasked
  const { anchor, wait } = head.rule
  const day = subject[anchor]
  const params = { months: wait.months, days: wait.days, anchor }
  if (day !== undefined && day <= on) {
    const end = addToEvent(day, wait, plan.calendar)
    return spoken(head.dated, day, end, { allowed: { from: end, end: never }, params })
  }
  // Nobody recovers before falling ill: a known recovery bounds an unknown onset from above.
  const { recovery } = subject
  const bounded = anchor === 'onset' && recovery !== undefined && recovery <= on
  const end = bounded ? addToEvent(recovery, wait, plan.calendar) : never
  return spoken(head.undated, always, end, { params, needs: [`covid19Infection.${anchor}`] })
}

function formRule(heads: Heads, plan: Plan, subject: ReadSubject): RuleDays {
  const answers = subject.plain.facts.screening
  // Whatever is neither yes nor no is no answer.
  const needs: string[] = []
  for (const item of plan.items) {
    const answer = answers?.[item]
    if (answer !== 'no' && answer !== 'yes') needs.push(`screening.${item}`)
  }
  if (needs.length === 0) return heads.formDone
  return standing(heads.form, { params: { open: needs.length }, needs })
}

const forConsent = ['consent']

function consentRule(head: RuleHead, plan: Plan, subject: ReadSubject): RuleDays {
  const { state, by } = subject.plain.consent ?? { state: 'none' }
  const accepted = by === undefined || plan.consent?.by.includes(by) === true
  const end = state === 'agreed' && accepted ? subject.consentFrom : never
  return spoken(head, always, end, { params: { state }, needs: forConsent })
}

/** The rules that the whole time of a plan has in common, applied to the dose that is due. */
export function personRules(plan: Plan, target: PlanDose | undefined, one: Case): RuleDays[] {
  const { subject, history } = one
  const heads = headsOf(plan)
  const rules: RuleDays[] = []
  if (target === undefined) {
    rules.push(standing(heads.course, { params: { doses: plan.doses.length } }))
  }
  if (history.needs.length > 0) rules.push(standing(heads.history, { needs: history.needs }))
  for (const interval of target?.intervals ?? []) {
    const head = heads.intervals.get(interval) as RuleHead
    const rule = intervalRule(head, interval, plan, target as PlanDose, history)
    if (rule !== undefined) rules.push(rule)
  }
  if (target !== undefined) addDueRules(rules, plan, target, one)
  if (plan.sex !== undefined) rules.push(sexRule(plan, subject))
  for (const head of heads.infections) {
    const { doses } = head.rule
    const waits = doses === undefined || (target !== undefined && doses.has(target.n))
    if (waits) rules.push(infectionRule(head, plan, one))
  }
  const answers = subject.plain.facts.screening
  for (const { item, yes, other } of heads.screening) {
    rules.push(answers?.[item] === 'yes' ? yes : other)
  }
  if (plan.items.length > 0) rules.push(formRule(heads, plan, subject))
  if (heads.consent !== undefined) rules.push(consentRule(heads.consent, plan, subject))
  return rules
}
