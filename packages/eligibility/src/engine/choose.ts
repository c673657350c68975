/** Several courses against one disease: which of them speaks. */
import { type CivilDate, InputError, toDayNumber } from '@tiemchung/core'
import type { Plan } from '../policy-set/compile.js'
import type { PlanChoice } from '../policy-set/compile-course.js'
import type { PolicySet } from '../policy-set/define.js'
import { policySetErrors } from '../errors/policy-set-errors.js'
import { readDay, readSubject } from '../subject/read.js'
import type { Subject } from '../subject/subject.js'
import type { Answer } from './answer.js'
import { addToDay, type Day } from './days.js'
import { type EvaluateOptions, evaluate } from './evaluate.js'
import { planOf } from './govern.js'

/** A course with its answer. */
interface Course {
  readonly choice: PlanChoice
  readonly answer: Answer
  /** Doses that count in it. */
  readonly counted: number
  /** Doses that it has beyond these. */
  readonly left: number
  /** Whether the person is of an age to begin it. */
  readonly open: boolean
  /** Whether it was begun, or would be, before its last starting age. */
  readonly inTime: boolean
}

function firstCounted(subject: Subject, answer: Answer): Day | undefined {
  const days = answer.doses
    .filter((dose) => dose.n !== null)
    .map((dose) => toDayNumber(subject.doses[dose.index]?.date as CivilDate))
  return days.length === 0 ? undefined : Math.min(...days)
}

/** Whether the course may be begun at the age on the day, and was, or would be, before its last. */
function startOf(plan: Plan, choice: PlanChoice, birth: Day, begun: Day, on: Day) {
  const at = (age: PlanChoice['start']['from']) =>
    addToDay(birth, age, plan.calendar.monthOverflow) - choice.graceDays
  return { open: on >= at(choice.start.from), inTime: begun < at(choice.start.before) }
}

function courseOf(subject: Subject, set: PolicySet, on: Day, answer: Answer, birth: Day): Course[] {
  const plan = planOf(set, set.program, on)
  const { choice } = plan
  if (choice === undefined) return []
  const other = plan.sex !== undefined && subject.sex !== undefined && plan.sex !== subject.sex
  if (other) return []
  const begun = firstCounted(subject, answer)
  const counted = answer.doses.filter((dose) => dose.n !== null).length
  const left = plan.doses.length - counted
  return [{ choice, answer, counted, left, ...startOf(plan, choice, birth, begun ?? on, on) }]
}

/** Whether every dose of the course that was given counts in it. */
function isPure({ answer, counted }: Course): boolean {
  const lost = answer.doses.some((dose) => dose.validity === 'invalid')
  return counted > 0 && !lost
}

/** What speaks for a course, the weightiest first; larger is better. */
function merits(course: Course, begun: boolean): readonly number[] {
  const { answer, choice, counted, left, open, inTime } = course
  return [
    begun ? 0 : Number(choice.standard),
    Number(answer.status === 'complete' && counted > 0 && inTime),
    Number(open && inTime),
    Number(answer.course !== 'agedOut'),
    counted,
    choice.productPath ? (isPure(course) ? 1 : -1) : 0,
    -left,
    Number(choice.standard),
    -choice.preference,
  ]
}

function better(left: Course, right: Course, begun: boolean): Course {
  const [ours, theirs] = [merits(left, begun), merits(right, begun)]
  const place = ours.findIndex((merit, index) => merit !== theirs[index])
  return place >= 0 && (ours[place] as number) < (theirs[place] as number) ? right : left
}

function chosenOf(courses: readonly Course[]): Course {
  const [first, ...rest] = courses
  if (first === undefined) throw new InputError(policySetErrors, 'eligibility.policy-set.empty')
  const begun = courses.some((course) => course.counted > 0)
  return rest.reduce((left, right) => better(left, right, begun), first)
}

/**
 * Whether every possible day of birth chooses as the first does. Between two days at which one course alone
 * is to be begun or not, the choice changes once; where more may change, days between are not known.
 */
function isSure(first: readonly Course[], last: readonly Course[]): boolean {
  const changes = first.flatMap(({ open, inTime }, place) => {
    const other = last[place] as Course
    return [open !== other.open, inTime !== other.inTime].filter(Boolean)
  })
  return changes.length < 2 && chosenOf(first).answer === chosenOf(last).answer
}

/** The answer where the day of birth decides which course speaks. */
function undecided(answer: Answer): Answer {
  const status = 'unknown'
  return {
    ...answer,
    status,
    dose: null,
    series: null,
    earliest: null,
    recommended: null,
    overdueFrom: null,
    lastDay: null,
    products: [],
    nextChange: null,
    timeline: [{ from: answer.on, to: null, status, dose: null, products: [], policy: null }],
    needs: [...new Set(['birthDate', ...answer.needs])],
    handover: null,
  }
}

/**
 * The answer of the course that speaks, of several against one disease. Where no dose counts in any of
 * them, a standard course speaks. Else the first of these that tells them apart: complete, and not begun
 * too late; the person is of the age for it; it can still be finished; most doses count in it; a course of
 * one product, when every dose counts in it, and not when one is lost; fewest doses left; standard; the
 * policy's own preference. Of a partial birth date every day must choose the same; else the answer is `unknown`.
 * The choice is made on the day: doses given later may change it.
 *
 * @throws ParseError `eligibility.subject` with the path of a date that is none
 * @throws InputError `eligibility.policy-set.empty` when no course is for the person
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { evaluateCourses, type PolicySet, type Subject } from '@tiemchung/eligibility'
 * const due = (child: Subject, courses: readonly PolicySet[]) =>
 *   evaluateCourses(child, courses, parseCivilDate('2026-01-05')).earliest
 * ```
 */
export function evaluateCourses(
  subject: Subject,
  courses: readonly PolicySet[],
  on: CivilDate,
  options: EvaluateOptions = {},
): Answer {
  const day = readDay(on, ['on'])
  const answers = courses.map((set) => evaluate(subject, set, on, options))
  const seenFrom = (birth: Day) =>
    courses.flatMap((set, place) => courseOf(subject, set, day, answers[place] as Answer, birth))
  const [first, last = first] = readSubject(subject).births
  const judged = seenFrom(first)
  const { answer } = chosenOf(judged)
  return isSure(judged, seenFrom(last)) ? answer : undecided(answer)
}
