/** Several courses against one disease: what speaks for each of them on a day. */
import { type CivilDate, InputError, toDayNumber } from '@tiemchung/core'
import { policySetErrors } from '../errors/policy-set-errors.js'
import type { Plan } from '../policy-set/compile.js'
import type { PlanChoice } from '../policy-set/compile-course.js'
import type { PolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'
import type { Answer, JudgedDose, TimelinePiece } from './answer.js'
import { addToDay, type Day } from './days.js'
import { planOf } from './govern.js'

/** One of the courses, with its answer. */
export interface Asked {
  readonly subject: Subject
  readonly set: PolicySet
  readonly answer: Answer
}

/** A course as it stands on a day. */
export interface Course {
  readonly asked: Asked
  readonly choice: PlanChoice
  /** What it says on the day. */
  readonly piece: TimelinePiece
  /** Doses that count in it. */
  readonly counted: number
  /** Doses that it has beyond these. */
  readonly left: number
  /** Whether the person is of an age to begin it. */
  readonly open: boolean
  /** Whether it was begun, or would be, before its last starting age. */
  readonly inTime: boolean
}

function firstCounted({ subject, answer }: Asked): Day | undefined {
  const days = answer.doses
    .filter((dose) => dose.n !== null)
    .map((dose) => toDayNumber(subject.doses[dose.index]?.date as CivilDate))
  return days.length === 0 ? undefined : Math.min(...days)
}

/** The days from which on the course may be begun, and is begun too late. */
export function startDays({ calendar }: Plan, { start, graceDays }: PlanChoice, birth: Day) {
  const at = (age: PlanChoice['start']['from']) =>
    addToDay(birth, age, calendar.monthOverflow) - graceDays
  return { from: at(start.from), before: at(start.before) }
}

const pieceOn = ({ timeline }: Answer, on: Day): TimelinePiece =>
  timeline.find(({ to }) => to === null || on <= toDayNumber(to)) as TimelinePiece

/** The course on a day, for one day of birth; none where it is not for the person. */
export function courseOn(asked: Asked, birth: Day, on: Day): Course[] {
  const { subject, set, answer } = asked
  const plan = planOf(set, set.program, on)
  const { choice } = plan
  if (choice === undefined) return []
  const other = plan.sex !== undefined && subject.sex !== undefined && plan.sex !== subject.sex
  if (other) return []
  const counted = answer.doses.filter((dose) => dose.n !== null).length
  const { from, before } = startDays(plan, choice, birth)
  return [
    {
      asked,
      choice,
      piece: pieceOn(answer, on),
      counted,
      left: plan.doses.length - counted,
      open: on >= from,
      inTime: (firstCounted(asked) ?? on) < before,
    },
  ]
}

/** Whether a dose was given in vain: one dated after the day is not given yet. */
const isLost = ({ validity, reasons }: JudgedDose) =>
  validity === 'invalid' && reasons.every(({ finding }) => finding !== 'afterAssessment')

/** Whether every dose of the course that was given counts in it. */
function isPure({ asked, counted }: Course): boolean {
  return counted > 0 && !asked.answer.doses.some(isLost)
}

/** What speaks for a course, the weightiest first; larger is better. */
function merits(course: Course, begun: boolean): readonly number[] {
  const { piece, choice, counted, left, open, inTime } = course
  return [
    begun ? 0 : Number(choice.standard),
    Number(piece.status === 'complete' && counted > 0 && inTime),
    Number(open && inTime),
    Number(piece.status !== 'tooOld'),
    counted,
    choice.productPath ? (isPure(course) ? 1 : -1) : 0,
    -left,
    Number(choice.standard),
    -choice.preference,
  ]
}

function better(left: Course, right: Course, begun: boolean): Course {
  const theirs = merits(right, begun)
  const gains = merits(left, begun).map((merit, place) => (theirs[place] as number) - merit)
  const gain = gains.find((one) => one !== 0) ?? 0
  return gain > 0 ? right : left
}

/** @throws InputError `eligibility.policy-set.empty` when there is none to choose from */
export function chosenOf(courses: readonly Course[]): Course {
  const [first, ...rest] = courses
  if (first === undefined) throw new InputError(policySetErrors, 'eligibility.policy-set.empty')
  const begun = courses.some((course) => course.counted > 0)
  return rest.reduce((left, right) => better(left, right, begun), first)
}

/**
 * Whether every possible day of birth chooses as the first does. Between two days at which one course alone
 * is to be begun or not, the choice changes once; where more may change, days between are not known.
 */
export function isSure(first: readonly Course[], last: readonly Course[]): boolean {
  const changes = first.flatMap(({ open, inTime }, place) => {
    const other = last[place] as Course
    return [open !== other.open, inTime !== other.inTime].filter(Boolean)
  })
  return changes.length < 2 && chosenOf(first).asked === chosenOf(last).asked
}
