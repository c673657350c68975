import { addDays, parseCivilDate, toDayNumber } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../engine/evaluate.js'
import { bothBands, child, childrenOnly } from '../engine/people.fixture.js'
import type { Answer } from '../engine/answer.js'
import { compileCohort } from './compile.js'
import { chunksOf, evaluateCohort } from './evaluate-cohort.js'
import { randomChild } from './random-child.fixture.js'
import { CohortTally } from './tally.js'

const on = parseCivilDate('2022-07-15')
const length = 400

async function tallyOf(people: Parameters<typeof evaluate>[0][], size: number) {
  const plan = compileCohort(bothBands)
  const tally = new CohortTally(plan, { from: on, days: length, groups: 2 })
  let place = 0
  for await (const { answers } of evaluateCohort(plan, chunksOf(plan, people, { size }), on)) {
    const first = place
    tally.add(
      answers,
      Array.from({ length: answers.length }, (_, index) => (first + index) % 2),
    )
    place += answers.length
  }
  return tally
}

/** What `tally` says, put another way: day by day and child by child. */
function plainly(answers: readonly Answer[]) {
  const days = Array.from({ length }, (_, index) => addDays(on, index))
  const first = ({ earliest }: Answer) => (earliest !== null && earliest > on ? earliest : on)
  const planned = answers.filter(({ earliest }) => earliest !== null)
  const covers = (one: Answer, day: string) =>
    first(one) <= day && (one.lastDay === null || day <= one.lastDay)
  const weekOf = (one: Answer) => Math.floor((toDayNumber(first(one)) - toDayNumber(on)) / 7)
  return {
    possible: days.map((day) => planned.filter((one) => covers(one, day)).length),
    becoming: days.map((day) => planned.filter((one) => first(one) === day).length),
    lastChances: days.map((day) => planned.filter((one) => one.lastDay === day).length),
    second: Array.from(
      { length: Math.ceil(length / 7) },
      (_, week) => planned.filter((one) => one.dose === 2 && weekOf(one) === week).length,
    ),
    pfizer: answers.filter(
      (one, place) =>
        place % 2 === 1 &&
        one.earliest !== null &&
        one.earliest <= on &&
        one.products.some(
          ({ id, from, until }) =>
            id === 'comirnaty-10' && from <= on && (until === null || on <= until),
        ),
    ).length,
  }
}

describe('CohortTally', () => {
  const people = Array.from({ length: 1500 }, (_, seed) => randomChild(seed + 900_000))

  test('counts what the answers say one by one, whatever the size of a chunk', async () => {
    const answers = people.map((one) => evaluate(one, bothBands, on))
    const expected = plainly(answers)
    for (const size of [1500, 7]) {
      const tally = await tallyOf(people, size)
      expect(tally.children).toBe(people.length)
      expect(tally.possible()).toEqual(expected.possible)
      expect(tally.becoming()).toEqual(expected.becoming)
      expect(tally.lastChances()).toEqual(expected.lastChances)
      expect(tally.dueByWeek(2)).toEqual(expected.second)
      expect(tally.inGroup(1)['comirnaty-10']).toBe(expected.pfizer)
      expect(tally.statuses().eligible).toBe(
        answers.filter(({ status }) => status === 'eligible').length,
      )
    }
    expect(expected.pfizer).toBeGreaterThan(0)
  })

  test('says which rules stand in the way, and of whom the last day comes', async () => {
    const plan = compileCohort(childrenOnly)
    const tally = new CohortTally(plan, { from: on, days: 30 })
    const three = [child('2010-07-20'), child('2015-01-01', ['2022-07-01 comirnaty-10'])]
    for await (const { answers } of evaluateCohort(plan, chunksOf(plan, three), on)) {
      tally.add(answers)
    }
    expect(tally.blockedBy()).toMatchObject({ 'dose-2/interval-1': 1, age: 0 })
    expect(tally.lastChances().indexOf(1)).toBe(4)
    expect(tally.dueByWeek(2)).toEqual([0, 0, 1, 0, 0])
    expect(tally.dueByWeek(3)).toEqual([0, 0, 0, 0, 0])
    expect(tally.inGroup(99)['comirnaty-10']).toBe(0)
  })
})
