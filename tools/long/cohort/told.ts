/** What columns and `evaluate` say of one person, in the same words. */
import { toDayNumber } from '@tiemchung/core'
import { type Answer, statuses } from '@tiemchung/eligibility'
import { type CohortAnswers, type CohortPlan, noDay, openEnd } from '@tiemchung/eligibility/cohort'

/** A place of the answers. */
export interface Told {
  readonly status: string
  readonly dose: number | null
  readonly earliest: number
  readonly lastDay: number
  readonly nextChange: number
  readonly products: string
}

const named = (names: readonly string[], bits: number): string[] =>
  names.filter((_, place) => (bits & (1 << place)) !== 0).sort()

const at = (column: ArrayLike<number>, place: number): number => column[place] as number

/** What the columns say, but for the rules. */
export function toldByColumns(plan: CohortPlan, answers: CohortAnswers, place: number): Told {
  return {
    status: statuses[at(answers.status, place)] as string,
    dose: at(answers.dose, place) || null,
    earliest: at(answers.earliest, place),
    lastDay: at(answers.lastDay, place),
    nextChange: at(answers.nextChange, place),
    products: named(plan.products, at(answers.products, place)).join(),
  }
}

/** What an answer says, but for the rules. */
export function toldByAnswer(answer: Answer): Told {
  const { status, dose, earliest, lastDay, nextChange, on } = answer
  const first = earliest !== null && earliest > on ? earliest : on
  const never = lastDay === null ? openEnd : toDayNumber(lastDay)
  const offered = answer.products.filter(
    ({ from, until }) => from <= first && (until === null || first <= until),
  )
  return {
    status,
    dose,
    earliest: earliest === null ? noDay : toDayNumber(earliest),
    lastDay: earliest === null ? noDay : never,
    nextChange: nextChange === null ? noDay : toDayNumber(nextChange.on),
    products: offered
      .map(({ id }) => id)
      .sort()
      .join(),
  }
}

/** Whether the rules in the way are the same; of an uncertain birth date, whether they are within bounds. */
export function sameRules(
  plan: CohortPlan,
  answers: CohortAnswers,
  place: number,
  { reasons, uncertain }: Answer,
): boolean {
  const told = new Set(named(plan.rules, at(answers.blockedBy, place)))
  const blocking = reasons.filter(({ effect }) => effect === 'blocks').map(({ rule }) => rule)
  const open = reasons.filter(({ effect }) => effect === 'unknown').map(({ rule }) => rule)
  const may = new Set([...blocking, ...open])
  if (![...told].every((rule) => may.has(rule))) return false
  // Of an uncertain birth date, an answer calls open what is said of some days of birth alone.
  const must = uncertain === null ? may : blocking
  return [...must].every((rule) => told.has(rule))
}
