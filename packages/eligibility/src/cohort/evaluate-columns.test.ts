import { addDays, addMonths, parseCivilDate, type PartialDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { bothBands, child, childrenOnly } from '../engine/people.fixture.js'
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

  const given = parseCivilDate('2022-05-15')
  const products = ['comirnaty-10', 'comirnaty-30', 'spikevax-50', 'spikevax-100']
  const borders = [0, 5, 6, 12, 18].flatMap((years) =>
    [-1, 0, 1].map((offset) => ({ years, offset })),
  )

  test.each(borders)('agrees where a dose was given $offset days from $years years', (border) => {
    const birth: string = addDays(addMonths(given, -12 * border.years, 'clamp'), border.offset)
    const people = products.flatMap((product) =>
      [0, 27, 28, 29].map((gap) => {
        const second = gap === 0 ? [] : [`${addDays(given, gap)} ${product}`]
        return {
          ...child('2010-01-01', [`${given} ${product}`, ...second]),
          birthDate: birth as PartialDate,
        }
      }),
    )
    for (const after of [0, 1, 27, 28, 29, 83, 84, 200]) {
      expect(firstDifference(bothBands, {}, people, addDays(given, after))).toBeUndefined()
    }
  })
})
