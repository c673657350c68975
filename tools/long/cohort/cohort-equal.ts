/** Columns against `evaluate`: for every person the same answer in numbers, rules included. */
import { type CivilDate, parseCivilDate } from '@tiemchung/core'
import {
  definePolicySet,
  type EvaluateOptions,
  evaluate,
  type PolicySet,
  type Subject,
  statuses,
} from '@tiemchung/eligibility'
import {
  columnsOf,
  type CohortPlan,
  compileCohort,
  evaluateColumns,
} from '@tiemchung/eligibility/cohort'
import { covid19Adolescents12To17, covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { type LongRun, must, type Outcome } from '../long-run.js'
import { type Random, randomOf } from '../random.js'
import { askedDay, personAround } from './children.js'
import { sameRules, toldByAnswer, toldByColumns } from './told.js'

interface Way {
  readonly name: string
  readonly set: PolicySet
  readonly options: EvaluateOptions
  readonly plan: CohortPlan
}

const bands = [...covid19Children5To11, ...covid19Adolescents12To17]

function way(name: string, set: PolicySet, options: EvaluateOptions = {}): Way {
  return { name, set, options, plan: compileCohort(set, options) }
}

/** Sets of one band and of two, as known at different times, with all products at hand and with some. */
function waysOf(): Way[] {
  const known = (day: string) => ({ asOf: parseCivilDate(day) })
  const both = definePolicySet(bands)
  return [
    way('children', definePolicySet(covid19Children5To11)),
    way('adolescents', definePolicySet(covid19Adolescents12To17)),
    way('bothBands', both),
    way('asOfMay2022', definePolicySet(bands, known('2022-05-01'))),
    way('oneAtHand', both, { products: ['comirnaty-30'] }),
    way('noneAtHand', both, { products: [] }),
  ]
}

/** How many come in one set of columns: mostly one, sometimes a small crowd. */
const crowdOf = (random: Random) => (random.chance(0.02) ? 2 + random.below(20) : 1)

function compare({ plan, set, options }: Way, people: readonly Subject[], on: CivilDate): string[] {
  const answers = evaluateColumns(plan, columnsOf(plan, people), on)
  return people.map((person, place) => {
    const answer = evaluate(person, set, on, options)
    const told = toldByColumns(plan, answers, place)
    const [ours, theirs] = [JSON.stringify(told), JSON.stringify(toldByAnswer(answer))]
    must(ours === theirs, `columns say ${ours}, evaluate says ${theirs}`)
    must(sameRules(plan, answers, place, answer), 'the rules in the way are not the same')
    return answer.uncertain === null ? told.status : 'uncertainBirth'
  })
}

function countsOf(name: string, told: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = { people: told.length, [name]: told.length }
  for (const status of told) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const expected = [...statuses, 'uncertainBirth']

/** A million people, each by columns and by `evaluate`. */
export const cohortEqual: LongRun = {
  id: 'cohort-equal',
  title: 'columns and evaluate say the same of everybody: days, doses, products and rules',
  cases: 1_000_000,
  open: (seed) => {
    const ways = waysOf()
    const one = (index: number): Outcome => {
      const random = randomOf(seed, 'cohort-equal', index)
      const [chosen, on] = [random.pick(ways), askedDay(random)]
      const people = Array.from({ length: crowdOf(random) }, () => personAround(random, on))
      return { end: 'value', counts: countsOf(chosen.name, compare(chosen, people, on)) }
    }
    return Promise.resolve({ one })
  },
  account: (counts, isWhole) => ({
    short: `${counts['people'] ?? 0} people`,
    lines: Object.entries(counts)
      .map(([name, count]) => `  ${name.padEnd(18)} ${String(count).padStart(8)}`)
      .sort(),
    faults: isWhole
      ? expected.filter((status) => !((counts[status] ?? 0) > 0)).map((status) => `no ${status}`)
      : [],
  }),
}
