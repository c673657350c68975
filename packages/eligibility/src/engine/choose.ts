/** Several courses against one disease: which of them speaks. */
import type { CivilDate } from '@tiemchung/core'
import type { PolicySet } from '../policy-set/define.js'
import { readDay, readSubject } from '../subject/read.js'
import type { Subject } from '../subject/subject.js'
import type { Answer } from './answer.js'
import { type Asked, chosenOf, courseOn } from './choice.js'
import { changeAhead, spokenFrom, timelineAhead, undecided } from './courses-ahead.js'
import { type EvaluateOptions, evaluate } from './evaluate.js'

/** The answer where the day of birth decides which course speaks. */
function withoutCourse(answer: Answer): Answer {
  return {
    ...answer,
    ...{ status: undecided.status, dose: null, series: null, products: [] },
    ...{ earliest: null, recommended: null, overdueFrom: null, lastDay: null, handover: null },
    needs: [...new Set(['birthDate', ...answer.needs])],
  }
}

/**
 * The answer of the course that speaks, of several against one disease. Where no dose counts in any of
 * them, a standard course speaks. Else the first of these that tells them apart: complete, and not begun
 * too late; the person is of the age for it; it can still be finished; most doses count in it; a course of
 * one product, when every dose counts in it, and not when one is lost; fewest doses left; standard; the
 * policy's own preference. Of a partial birth date every day must choose the same; else the answer is `unknown`.
 * The choice is made on the day, and again on each day ahead: `nextChange` and `timeline` tell where another course
 * begins to speak if nothing else happens. Before the day the timeline is the past of the course that speaks on it.
 *
 * @throws ParseError `eligibility.subject` with the path of a date that is none
 * @throws InputError `eligibility.policy-set.empty` when no course is for the person
 * @example
 * ```ts
 * import { evaluateCourses, parseCivilDate, type PolicySet, type Subject } from '@tiemchung/eligibility'
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
  const { births } = readSubject(subject)
  const asked = courses.map(
    (set): Asked => ({ subject, set, answer: evaluate(subject, set, on, options) }),
  )
  const { answer } = chosenOf(asked.flatMap((one) => courseOn(one, births[0], day))).asked
  const said = spokenFrom(asked, births, day)
  return {
    ...(said[0]?.by === undefined ? withoutCourse(answer) : answer),
    nextChange: changeAhead(said),
    timeline: timelineAhead(said),
  }
}
