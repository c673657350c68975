import { addDays, parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { bothBands, childrenOnly } from '../engine/people.fixture.js'
import { statuses } from '../policy/format.js'
import type { PolicySet } from '../policy-set/define.js'
import type { CohortOptions } from './compile.js'
import { drawsOf, randomChild } from './random-child.fixture.js'
import { firstDifference } from './same-answer.fixture.js'

const days = Array.from({ length: 20 }, (_, seed) =>
  addDays(parseCivilDate('2021-12-01'), drawsOf(seed)(500)),
)

/** The first child about whom columns and `evaluate` do not say the same, by its seed. */
function difference(set: PolicySet, options: CohortOptions, first: number, children: number) {
  const seen = new Set<string>()
  const many = children / days.length
  for (const [place, on] of days.entries()) {
    const base = first + place * many
    const people = Array.from({ length: many }, (_, index) => randomChild(base + index))
    const found = firstDifference(set, options, people, on, seen)
    if (found !== undefined) return { seed: base + found.place, ...found }
  }
  expect(seen.size).toBe(statuses.length)
  return undefined
}

describe('evaluateColumns', () => {
  test.each([
    ['one age band', childrenOnly, {}, 0, 2000],
    ['two age bands', bothBands, {}, 100_000, 6000],
    ['one product at hand', bothBands, { products: ['comirnaty-30'] }, 200_000, 2000],
  ])('says what evaluate says of random children: %s', (_, set, options, first, children) => {
    expect(difference(set, options, first, children)).toBeUndefined()
  })
})
