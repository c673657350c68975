import { addDays, parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { bothBands, childrenOnly } from '../engine/people.fixture.js'
import { evaluate } from '../engine/evaluate.js'
import { statuses } from '../policy/format.js'
import type { PolicySet } from '../policy-set/define.js'
import { columnsOf } from './columns-of.js'
import { type CohortOptions, compileCohort } from './compile.js'
import { evaluateColumns } from './evaluate-columns.js'
import { drawsOf, randomChild } from './random-child.fixture.js'
import { toldByAnswer, toldByColumns } from './same-answer.fixture.js'

const days = Array.from({ length: 20 }, (_, seed) =>
  addDays(parseCivilDate('2021-12-01'), drawsOf(seed)(500)),
)

/** The first child about whom columns and `evaluate` do not say the same. */
function difference(set: PolicySet, options: CohortOptions, first: number, children: number) {
  const plan = compileCohort(set, options)
  const statusesSeen = new Set<string>()
  for (const [place, on] of days.entries()) {
    const seeds = Array.from({ length: children / days.length }, (_, index) => index)
    const base = first + place * seeds.length
    const people = seeds.map((seed) => randomChild(base + seed))
    const answers = evaluateColumns(plan, columnsOf(plan, people), on)
    for (const [index, person] of people.entries()) {
      const answer = evaluate(person, set, on, options)
      const told = toldByColumns(plan, answers, index)
      const expected = toldByAnswer(answer)
      statusesSeen.add(told.status)
      // Of an uncertain birth date the rules are told together, not one by one.
      const blockedBy = answer.uncertain === null ? expected.blockedBy : told.blockedBy
      if (JSON.stringify(told) !== JSON.stringify({ ...expected, blockedBy })) {
        return { seed: base + index, on, told, expected }
      }
    }
  }
  expect(statusesSeen.size).toBe(statuses.length)
  return undefined
}

describe('evaluateColumns', () => {
  test.each([
    ['one age band', childrenOnly, {}, 0, 4000],
    ['two age bands', bothBands, {}, 100_000, 12_000],
    ['one product at hand', bothBands, { products: ['comirnaty-30'] }, 200_000, 4000],
  ])('says what evaluate says of random children: %s', (_, set, options, first, children) => {
    expect(difference(set, options, first, children)).toBeUndefined()
  })
})
