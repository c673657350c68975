/** Random children of the invented routine schedule, and the days that are asked about. */
import { addDays, type CivilDate } from '@tiemchung/core'
import * as fc from 'fast-check'
import type { Subject } from '../subject/subject.js'
import { civil } from './people.fixture.js'
import { routineChild } from './routine.fixture.js'

export const dayFrom = (first: string, days: number): fc.Arbitrary<CivilDate> =>
  fc.integer({ min: 0, max: days }).map((offset) => addDays(civil(first), offset))

const products = ['live', 'dead', 'dead', 'old', 'adult', 'serum', 'other-live'] as const
const someDoses = fc.array(
  fc.record({ date: dayFrom('2019-01-01', 2300), product: fc.constantFrom(...products) }),
  { maxLength: 6 },
)
/** Doses at the borders of intervals: each some weeks, and a few days more or less, after the one before. */
const courseDoses = fc
  .tuple(
    dayFrom('2019-01-01', 1500),
    fc.array(
      fc.record({
        gap: fc.constantFrom(24, 28, 42, 52, 56, 120, 180, 365),
        slip: fc.integer({ min: -5, max: 5 }),
        product: fc.constantFrom(...products),
      }),
      { maxLength: 5 },
    ),
  )
  .map(([first, steps]) => {
    let date = first
    return steps.map(({ gap, slip, product }) => {
      date = addDays(date, gap + slip)
      return { date, product }
    })
  })

export const routineChildren: fc.Arbitrary<Subject> = fc
  .tuple(dayFrom('2012-01-01', 4300), fc.oneof(someDoses, courseDoses))
  .map(([born, doses]) => ({ ...routineChild(born), doses }))
export const assessed = dayFrom('2022-06-01', 1400)

/** Only what happened until the day. */
export const until = (who: Subject, on: CivilDate): Subject => ({
  ...who,
  doses: who.doses.filter((dose) => dose.date <= on),
})
