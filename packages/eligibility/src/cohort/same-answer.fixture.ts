/** What an answer of `evaluate` is in numbers, for comparison. */
import { type CivilDate, fromDayNumber, type PartialDate, toDayNumber } from '@tiemchung/core'
import type { Answer } from '../engine/answer.js'
import { evaluate } from '../engine/evaluate.js'
import { possibleBirths } from '../engine/possible-births.js'
import { statuses } from '../policy/format.js'
import type { PolicySet } from '../policy-set/define.js'
import { readSubject } from '../subject/read.js'
import type { Subject } from '../subject/subject.js'
import type { CohortAnswers } from './columns.js'
import { columnsOf } from './columns-of.js'
import { type CohortOptions, type CohortPlan, compileCohort } from './compile.js'
import { noDay, openEnd } from './ends.js'
import { evaluateColumns } from './evaluate-columns.js'

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

const standing = ({ reasons }: Answer): readonly string[] =>
  reasons
    .filter(({ effect }) => effect === 'blocks' || effect === 'unknown')
    .map(({ rule }) => rule)

/**
 * The rules in the way: of an uncertain birth date those of every day of birth that stands for it, and the
 * birth date itself where they do not agree.
 */
function rulesOf(
  answer: Answer,
  who: Subject,
  set: PolicySet,
  options: CohortOptions,
): readonly string[] {
  if (answer.uncertain === null) return standing(answer)
  const each = possibleBirths(set, readSubject(who), toDayNumber(answer.on)).map((birth) => {
    const birthDate = fromDayNumber(birth) as string as PartialDate
    return standing(evaluate({ ...who, birthDate }, set, answer.on, options))
  })
  return [...each.flat(), ...standing(answer).filter((rule) => rule === 'birth-date')]
}

/** What an answer says. */
function toldByAnswer(answer: Answer, rules: readonly string[]): Told {
  const { status, dose, earliest, lastDay, nextChange, products, on } = answer
  const first = earliest !== null && earliest > on ? earliest : on
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
    blockedBy: [...new Set(rules)].sort(),
  }
}

/** The first of some people about whom columns and `evaluate` do not say the same. */
export function firstDifference(
  set: PolicySet,
  options: CohortOptions,
  people: readonly Subject[],
  on: CivilDate,
  seen = new Set<string>(),
): { place: number; on: CivilDate; told: Told; expected: Told } | undefined {
  const plan = compileCohort(set, options)
  const answers = evaluateColumns(plan, columnsOf(plan, people), on)
  for (const [place, person] of people.entries()) {
    const answer = evaluate(person, set, on, options)
    const told = toldByColumns(plan, answers, place)
    const expected = toldByAnswer(answer, rulesOf(answer, person, set, options))
    seen.add(told.status)
    if (JSON.stringify(told) !== JSON.stringify(expected)) return { place, on, told, expected }
  }
  return undefined
}
