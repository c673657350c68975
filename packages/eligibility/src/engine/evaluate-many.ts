import type { CivilDate } from '@tiemchung/core'
import type { PolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'
import type { Answer } from './answer.js'
import { type EvaluateOptions, evaluate } from './evaluate.js'

/**
 * The answers of many people, one by one and in order, as they are asked for. Nothing is held back, so a
 * list may be as long as it likes.
 *
 * @throws ParseError `eligibility.subject` when a subject with a date that is none is reached
 * @example
 * ```ts
 * import { definePolicySet, evaluateMany, parseCivilDate, parsePartialDate } from '@tiemchung/eligibility'
 * import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
 * const set = definePolicySet(covid19Children5To11)
 * const list = [{ birthDate: parsePartialDate('2015'), doses: [], facts: {} }]
 * const statuses = [...evaluateMany(list, set, parseCivilDate('2022-04-14'))].map((one) => one.status)
 * ```
 */
export function* evaluateMany(
  subjects: Iterable<Subject>,
  set: PolicySet,
  on: CivilDate,
  options: EvaluateOptions = {},
): Generator<Answer, void, undefined> {
  for (const subject of subjects) yield evaluate(subject, set, on, options)
}
