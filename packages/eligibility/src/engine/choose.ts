/** Several courses against one disease: which of them speaks. */
import { type CivilDate, InputError, toDayNumber } from '@tiemchung/core'
import type { Plan } from '../policy-set/compile.js'
import type { PlanChoice } from '../policy-set/compile-course.js'
import type { PolicySet } from '../policy-set/define.js'
import { errorCatalogue } from '../errors.js'
import { readSubject } from '../subject/read.js'
import type { Subject } from '../subject/subject.js'
import type { Answer } from './answer.js'
import { addToDay, type Day } from './days.js'
import { type EvaluateOptions, evaluate } from './evaluate.js'
import { planOf } from './govern.js'

/** A course with its answer. */
interface Course {
  readonly set: PolicySet
  readonly choice: PlanChoice
  readonly answer: Answer
  /** Doses that count in it. */
  readonly counted: number
  /** Whether the person may begin it, or began it at the right age. */
  readonly open: boolean
}

function firstCounted(subject: Subject, answer: Answer): Day | undefined {
  const days = answer.doses
    .filter((dose) => dose.n !== null)
    .map((dose) => toDayNumber(subject.doses[dose.index]?.date as CivilDate))
  return days.length === 0 ? undefined : Math.min(...days)
}

/** The ages at which the course may be begun, asked of the day it was begun on, or of the day itself. */
function isOpen(plan: Plan, choice: PlanChoice, birth: Day, begun: Day | undefined, on: Day) {
  const at = (age: PlanChoice['start']['from']) =>
    addToDay(birth, age, plan.calendar.monthOverflow) - choice.graceDays
  return on >= at(choice.start.from) && (begun ?? on) < at(choice.start.before)
}

function courseOf(subject: Subject, set: PolicySet, on: Day, answer: Answer): Course[] {
  const plan = planOf(set, set.program, on)
  const { choice } = plan
  if (choice === undefined) return []
  const other = plan.sex !== undefined && subject.sex !== undefined && plan.sex !== subject.sex
  if (other) return []
  const [birth] = readSubject(subject).births
  const begun = firstCounted(subject, answer)
  const counted = answer.doses.filter((dose) => dose.n !== null).length
  return [{ set, choice, answer, counted, open: isOpen(plan, choice, birth, begun, on) }]
}

/** Whether every dose of the course that was given counts in it. */
function isPure({ answer, counted }: Course): boolean {
  const lost = answer.doses.some((dose) => dose.validity === 'invalid')
  return counted > 0 && !lost
}

/** What speaks for a course, the weightiest first; larger is better. */
function merits(course: Course): readonly number[] {
  const { answer, choice, counted, open } = course
  const complete = answer.status === 'complete' && counted > 0
  const path = choice.productPath ? (isPure(course) ? 1 : -1) : 0
  return [
    Number(complete),
    Number(open),
    Number(answer.course !== 'agedOut'),
    counted,
    path,
    Number(choice.standard),
    -choice.preference,
  ]
}

function better(left: Course, right: Course): Course {
  const [ours, theirs] = [merits(left), merits(right)]
  const place = ours.findIndex((merit, index) => merit !== theirs[index])
  return place >= 0 && (ours[place] as number) < (theirs[place] as number) ? right : left
}

/**
 * The answer of the course that speaks, of several against one disease, in this order: the one that is
 * complete; one that may be begun at the age, or was; one that can still be finished; the one in which
 * most doses count; a course of one product when all doses count in it, and never else; the standard
 * course; the policy's own preference. The choice is made on the day: doses given later may change it.
 *
 * @throws ParseError `eligibility.subject` with the path of a date that is none
 * @throws InputError `eligibility.policy-set.empty` when no course is for the person
 */
export function evaluateCourses(
  subject: Subject,
  courses: readonly PolicySet[],
  on: CivilDate,
  options: EvaluateOptions = {},
): Answer {
  const day = toDayNumber(on)
  const judged = courses.flatMap((set) =>
    courseOf(subject, set, day, evaluate(subject, set, on, options)),
  )
  const [first, ...rest] = judged
  if (first === undefined) throw new InputError(errorCatalogue, 'eligibility.policy-set.empty')
  return rest.reduce(better, first).answer
}
