/** Doses of a course that are passed over. */
import type { Plan, PlanCondition, PlanDose } from '../policy-set/compile.js'
import { addToDay, type Calendar, type Day } from './days.js'
import type { Case } from './rules.js'
import type { SubjectFacts } from '../subject/subject.js'
import { lastOfCourse, type Past } from './past.js'

/** Who is looked at, and how time is counted. */
export interface Viewpoint {
  readonly past: Past
  readonly birth: Day
  readonly calendar: Calendar
  readonly facts: SubjectFacts
  /** Doses before this day are seen. */
  readonly before: Day
}

const forever = Number.POSITIVE_INFINITY

/** The day since the last dose, less days of grace, or undefined where there is none. */
function sinceLast(
  { atLeast, graceDays }: Extract<PlanCondition, { readonly kind: 'sinceLast' }>,
  { past, calendar, before }: Viewpoint,
): Day | undefined {
  const last = lastOfCourse(past, before)
  return last && addToDay(last.day, atLeast, calendar.monthOverflow) - graceDays
}

function countDoses(
  condition: Extract<PlanCondition, { readonly kind: 'doses' }>,
  { past, birth, calendar, before }: Viewpoint,
): number {
  const { which, products, ages, graceDays, period } = condition
  const from = addToDay(birth, ages.from, calendar.monthOverflow) - graceDays
  const end = addToDay(birth, ages.before, calendar.monthOverflow)
  return past.given.filter(
    (dose) =>
      dose.day < before &&
      (which === 'given' || dose.standing === 'counted') &&
      (products === undefined
        ? dose.standing !== 'other'
        : dose.products.some((id) => products.has(id))) &&
      dose.day >= Math.max(from, period.from) &&
      dose.day < Math.min(end, period.end),
  ).length
}

/** The days `[from, end)` on which a condition holds. */
export function daysOf(condition: PlanCondition, view: Viewpoint): readonly [from: Day, end: Day] {
  if (condition.kind === 'age') {
    const { monthOverflow } = view.calendar
    const from = addToDay(view.birth, condition.from, monthOverflow) - condition.graceDays
    return [from, addToDay(view.birth, condition.before, monthOverflow)]
  }
  if (condition.kind === 'sinceLast') return [sinceLast(condition, view) ?? forever, forever]
  if (condition.kind === 'fact') {
    const holds = view.facts[condition.fact] === condition.is
    return [holds ? -forever : forever, forever]
  }
  const count = countDoses(condition, view)
  const holds = count >= condition.atLeast && count <= condition.atMost
  return [holds ? -forever : forever, forever]
}

/** Whether a dose is passed over on a day. */
export function isSkipped(
  dose: PlanDose,
  purpose: 'history' | 'plan',
  view: Viewpoint,
  day: Day,
): boolean {
  const holds = (condition: PlanCondition) => {
    const [from, end] = daysOf(condition, view)
    return from <= day && day < end
  }
  return dose.skips.some((rule) => rule[purpose] && rule.anyOf.some((allOf) => allOf.every(holds)))
}

/** Where the course stands: the place of the first dose from here on that is not passed over. */
export function placeOn(
  doses: readonly PlanDose[],
  position: number,
  purpose: 'history' | 'plan',
  view: Viewpoint,
  day: Day,
): number {
  let place = position
  for (let dose = doses[place]; dose !== undefined; dose = doses[place]) {
    if (!isSkipped(dose, purpose, view, day)) return place
    place += 1
  }
  return place
}

/** How a plan sees a person with all that was given. */
export function viewOf({ calendar }: Plan, { history, birth, subject }: Case): Viewpoint {
  return { past: history, birth, calendar, facts: subject.plain.facts, before: forever }
}

/** The place of the dose that is due on a day; that after the last where none is. */
export function duePlace(plan: Plan, one: Case, day: Day): number {
  const { position } = one.history
  if (!plan.skips) return position
  return placeOn(plan.doses, position, 'plan', viewOf(plan, one), day)
}

/** The days at which another dose may be due because one is passed over. */
export function skipCuts(plan: Plan, one: Case): Day[] {
  const view = viewOf(plan, one)
  return plan.doses
    .slice(one.history.position)
    .flatMap((dose) => dose.skips.filter((rule) => rule.plan))
    .flatMap((rule) => rule.anyOf.flat().flatMap((condition) => daysOf(condition, view)))
    .filter(Number.isFinite)
}
