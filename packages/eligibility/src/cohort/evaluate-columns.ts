import type { CivilDate } from '@tiemchung/core'
import { readDay } from '../subject/read.js'
import { type CohortAnswers, type CohortColumns, consentStates, newAnswers } from './columns.js'
import type { CohortPlan } from './compile.js'
import { Evaluator } from './evaluator.js'
import { refuseColumns } from './refuse.js'

const evaluators = new WeakMap<CohortPlan, Evaluator>()

/** The evaluator of a plan: made once, for what it remembers of days. */
export function evaluatorOf(plan: CohortPlan): Evaluator {
  const known = evaluators.get(plan)
  if (known !== undefined) return known
  const made = new Evaluator(plan)
  evaluators.set(plan, made)
  return made
}

const perChild = [
  'birthFirst',
  'birthLast',
  'infection',
  'onset',
  'recovery',
  'screeningYes',
  'screeningKnown',
  'consent',
  'consentFrom',
] as const

/** @throws InputError `eligibility.columns` with the column that does not fit */
export function checkColumns(columns: CohortColumns): void {
  const { length, doseStart, doseDay, doseProduct, doseBrand } = columns
  for (const name of perChild) if (columns[name].length < length) throw refuseColumns([name])
  if (doseStart.length < length + 1) throw refuseColumns(['doseStart'])
  const doses = doseStart[length] as number
  for (let child = 0; child < length; child += 1) {
    if ((doseStart[child] as number) > (doseStart[child + 1] as number)) {
      throw refuseColumns(['doseStart', child])
    }
    if ((columns.birthFirst[child] as number) > (columns.birthLast[child] as number)) {
      throw refuseColumns(['birthLast', child])
    }
    if ((columns.consent[child] as number) >= consentStates.length) {
      throw refuseColumns(['consent', child])
    }
  }
  if (doseDay.length < doses) throw refuseColumns(['doseDay'])
  if (doseProduct.length < doses) throw refuseColumns(['doseProduct'])
  if (doseBrand.length < doses) throw refuseColumns(['doseBrand'])
}

/**
 * The answers about many children, in numbers: for each exactly what `evaluate` says.
 *
 * Takes no more memory than the answers themselves; for more than some hundred thousand children give
 * chunks to `evaluateCohort`.
 *
 * @throws InputError `eligibility.columns` with the column, and the place in it, that cannot be used
 * @example
 * ```ts
 * import { definePolicySet, parseCivilDate, parsePartialDate } from '@tiemchung/eligibility'
 * import { columnsOf, compileCohort, evaluateColumns, statuses } from '@tiemchung/eligibility/cohort'
 * import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
 * const plan = compileCohort(definePolicySet(covid19Children5To11))
 * const children = [{ birthDate: parsePartialDate('2017-04-15'), doses: [], facts: {} }]
 * const answers = evaluateColumns(plan, columnsOf(plan, children), parseCivilDate('2022-04-14'))
 * statuses[answers.status[0] ?? 0] // => 'tooYoung'
 * ```
 */
export function evaluateColumns(
  plan: CohortPlan,
  columns: CohortColumns,
  on: CivilDate,
): CohortAnswers {
  checkColumns(columns)
  const answers = newAnswers(columns.length, readDay(on, ['on']))
  const evaluator = evaluatorOf(plan)
  for (let child = 0; child < columns.length; child += 1) evaluator.answer(columns, child, answers)
  return answers
}
