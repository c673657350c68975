/** One answer for a vaccine against several diseases, of the answers for each. */
import type { CivilDate } from '@tiemchung/core'
import type { Answer, Course } from './answer.js'

/** What a combined vaccine is due for. */
export interface Combined {
  readonly course: Course
  readonly earliest: CivilDate | null
  readonly recommended: CivilDate | null
}

const latest = (days: readonly CivilDate[]): CivilDate | null => [...days].sort().at(-1) ?? null

/**
 * The answers for each disease of a combined vaccine, taken together: the course is complete when it is
 * against all of them. `together`: one vaccine holds them all, so that the dose is due on the first day on
 * which every course that is open allows it; `singly`: on the first day that any of them allows. It is
 * recommended when the first of them recommends it, but not before it is due.
 *
 * @example
 * ```ts
 * import { type Answer, combineAnswers } from '@tiemchung/eligibility'
 * const due = (measles: Answer, rubella: Answer) =>
 *   combineAnswers([measles, rubella], 'together').earliest
 * ```
 */
export function combineAnswers(answers: readonly Answer[], given: 'together' | 'singly'): Combined {
  const open = answers.filter((one) => one.course !== 'complete' && one.course !== 'agedOut')
  const [first] = open.length === 0 ? answers.filter((one) => one.course === 'agedOut') : open
  if (first === undefined) return { course: 'complete', earliest: null, recommended: null }
  const days = (pick: 'earliest' | 'recommended') =>
    open.map((one) => one[pick]).filter((day) => day !== null)
  const allowed = days('earliest')
  const earliest = given === 'together' ? latest(allowed) : (allowed.sort()[0] ?? null)
  const [soonest] = days('recommended').sort()
  const recommended =
    earliest === null || soonest === undefined ? null : latest([earliest, soonest])
  const course = open.find((one) => one.course === 'inProgress')?.course ?? first.course
  return { course, earliest, recommended }
}
