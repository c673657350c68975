/** One answer for a vaccine against several diseases, of the answers for each. */
import type { CivilDate } from '@tiemchung/core'
import type { Answer, Course } from './answer.js'

/** What a combined vaccine is due for. */
export interface Combined {
  readonly course: Course
  readonly earliest: CivilDate | null
  readonly recommended: CivilDate | null
}

/** In order; a day that never comes is undefined, and last. */
const inOrder = (days: readonly (CivilDate | null)[]) => days.map((day) => day ?? undefined).sort()
const soonest = (days: readonly (CivilDate | null)[]) => inOrder(days).at(0) ?? null
const latest = (days: readonly (CivilDate | null)[]) => inOrder(days).at(-1) ?? null

/**
 * The answers for each disease of a combined vaccine, taken together: the course is complete when it is
 * against all of them. `together`: one vaccine holds them all, so that the dose is due on the first day on
 * which every course that is open allows it, and never while one of them allows no day; `singly`: on the first
 * day that any of them allows. It is recommended when the first of them recommends it, but not before it is due.
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
  const allowed = open.map((one) => one.earliest)
  const earliest = given === 'together' ? latest(allowed) : soonest(allowed)
  const recommended = latest([earliest, soonest(open.map((one) => one.recommended))])
  const course = open.find((one) => one.course === 'inProgress')?.course ?? first.course
  return { course, earliest, recommended }
}
