/** What an answer of `evaluate` is in numbers, for comparison. */
import { toDayNumber } from '@tiemchung/core'
import type { Answer } from '../engine/answer.js'
import { statuses } from '../policy/format.js'
import type { CohortAnswers } from './columns.js'
import type { CohortPlan } from './compile.js'
import { noDay, openEnd } from './ends.js'

/** A place of the answers, in words. */
export interface Told {
  readonly status: string
  readonly dose: number | null
  readonly earliest: number
  readonly lastDay: number
  readonly nextChange: number
  readonly products: readonly string[]
  readonly blockedBy: readonly string[]
}

const named = (names: readonly string[], bits: number) =>
  names.filter((_, place) => (bits & (1 << place)) !== 0).sort()

/** What the columns say of a child. */
export function toldByColumns(plan: CohortPlan, answers: CohortAnswers, child: number): Told {
  const number = (column: ArrayLike<number>) => column[child] as number
  return {
    status: statuses[number(answers.status)] as string,
    dose: number(answers.dose) || null,
    earliest: number(answers.earliest),
    lastDay: number(answers.lastDay),
    nextChange: number(answers.nextChange),
    products: named(plan.products, number(answers.products)),
    blockedBy: named(plan.rules, number(answers.blockedBy)),
  }
}

/** What an answer says. Of an uncertain birth date the rules are not compared one by one. */
export function toldByAnswer(answer: Answer): Told {
  const { status, dose, earliest, lastDay, nextChange, products, reasons, on } = answer
  const first = earliest !== null && earliest > on ? earliest : on
  const standing = reasons.filter(({ effect }) => effect === 'blocks' || effect === 'unknown')
  const never = lastDay === null ? openEnd : toDayNumber(lastDay)
  return {
    status,
    dose,
    earliest: earliest === null ? noDay : toDayNumber(earliest),
    lastDay: earliest === null ? noDay : never,
    nextChange: nextChange === null ? noDay : toDayNumber(nextChange.on),
    products: products
      .filter(({ from, until }) => from <= first && (until === null || first <= until))
      .map(({ id }) => id)
      .sort(),
    blockedBy: [...new Set(standing.map(({ rule }) => rule))].sort(),
  }
}
