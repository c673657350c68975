/** What the dose that is due asks for beyond its intervals: ages, seasons, distance to other vaccines. */
import type { Plan, PlanDose, PlanDoseAge, PlanSpacing } from '../policy-set/compile.js'
import { addToDay, type Day } from './days.js'
import { spacedBy } from './interval.js'
import type { Past } from './past.js'
import { type RuleDays, type RuleHead, spoken } from './rule-days.js'

const always = Number.NEGATIVE_INFINITY
const never = Number.POSITIVE_INFINITY

const headOf = (
  rule: string,
  kind: RuleHead['kind'],
  grounds: RuleHead['grounds'],
  status: RuleHead['status'],
): RuleHead => ({ rule, kind, grounds, status, weight: 'dated', says: undefined })

/** The ages of the dose; each row stands in the way on its own days alone. */
function addAgeRules(rules: RuleDays[], row: PlanDoseAge, n: number, plan: Plan, birth: Day): void {
  const overflow = plan.calendar.monthOverflow
  const from = addToDay(birth, row.from, overflow)
  const end = row.before === undefined ? never : addToDay(birth, row.before, overflow)
  const rest = { allowed: { from, end }, params: { dose: n } }
  const { rule, grounds, period } = row
  const young = headOf(rule, 'doseAge', grounds, 'tooYoung')
  rules.push(spoken(young, period.from, Math.min(period.end, from), rest))
  if (end === never) return
  const old = headOf(rule, 'doseAge', grounds, 'tooOld')
  rules.push(spoken(old, Math.max(period.from, end), period.end, rest))
}

/** Before, between and after the seasons of a dose. */
function addSeasonRules(rules: RuleDays[], { n, seasons }: PlanDose): void {
  let gap = always
  const add = (until: Day, { grounds, from, end }: PlanDose['seasons'][number], place: number) => {
    const head = headOf(`dose-${n}/season-${place + 1}`, 'season', grounds, 'notRecommended')
    rules.push(spoken(head, gap, until, { allowed: { from, end }, params: { dose: n } }))
    gap = end
  }
  seasons.forEach((season, place) => add(season.from, season, place))
  const last = seasons.at(-1)
  if (last !== undefined) add(never, last, seasons.length)
}

/** Whether every product of the dose must keep the distance. */
export function spacesAll(rule: PlanSpacing, { products }: PlanDose): boolean {
  return products.every((product) => rule.give.has(product.id))
}

function addSpacingRule(rules: RuleDays[], rule: PlanSpacing, plan: Plan, past: Past): void {
  const spaced = spacedBy(rule, past, plan.calendar, never, false)
  if (spaced.length === 0) return
  const from = Math.min(...spaced.map((one) => one.from))
  const end = Math.max(...spaced.map((one) => one.end))
  const head = headOf(rule.rule, 'spacing', rule.grounds, 'tooSoon')
  rules.push(spoken(head, from, end, { allowed: { from: end, end: never } }))
}

/** Adds what the dose that is due asks for. */
export function addDueRules(
  rules: RuleDays[],
  plan: Plan,
  target: PlanDose,
  { birth, history }: { readonly birth: Day; readonly history: Past },
): void {
  for (const row of target.ages) addAgeRules(rules, row, target.n, plan, birth)
  for (const rule of plan.spacing) {
    if (spacesAll(rule, target)) addSpacingRule(rules, rule, plan, history)
  }
  if (target.seasons.length > 0) addSeasonRules(rules, target)
}
