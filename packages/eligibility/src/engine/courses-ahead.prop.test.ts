/** What several courses say ahead, against an oracle that asks on every day again. */
import { addDays, type CivilDate, parsePartialDate } from '@tiemchung/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CourseChoice, EligibilityPolicy, PolicyDose } from '../policy/format.js'
import { definePolicySet, type PolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'
import type { TimelinePiece } from './answer.js'
import { evaluateCourses } from './choose.js'
import { civil } from './people.fixture.js'
import { routinePolicy } from './routine.fixture.js'

const cite = ['test']

interface Drawn {
  readonly waits: readonly number[]
  readonly product: 'live' | 'dead'
  readonly firstMonths: number
  readonly choice: Omit<CourseChoice, 'group' | 'cite' | 'preference'>
  readonly changesOn: CivilDate | null
}

function dosesOf({ waits, product, firstMonths }: Drawn, more: number): PolicyDose[] {
  return waits.map((days, at) => ({
    n: at + 1,
    products: [product],
    ...(at === 0
      ? { ages: [{ from: `P${firstMonths}M`, before: 'P30M', graceDays: 0, cite }] }
      : {}),
    intervals:
      at === 0 ? [] : [{ from: { dose: at }, min: `P${days + more}D`, graceDays: 0, cite }],
    cite,
  }))
}

/** A course that may say something else from a day on. */
function courseOf(drawn: Drawn, place: number): PolicySet {
  const id = `test.course-${place}`
  const version = (from: CivilDate, to: CivilDate | null, more: number): EligibilityPolicy => ({
    ...routinePolicy,
    id,
    version: from,
    effective: { from, to },
    series: [{ id: 'course', name: { vi: id, en: id }, doses: dosesOf(drawn, more) }],
    spacing: [],
    others: [],
    choice: { group: 'test', preference: more > 0 ? -place : place, cite, ...drawn.choice },
  })
  const { changesOn } = drawn
  if (changesOn === null) return definePolicySet([version(civil('2000-01-01'), null, 0)])
  return definePolicySet([
    version(civil('2000-01-01'), addDays(changesOn, -1), 0),
    version(changesOn, null, 9),
  ])
}

const today = civil('2024-03-01')
const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(today, days))

const drawn: fc.Arbitrary<Drawn> = fc.record({
  waits: fc.array(fc.constantFrom(7, 28, 60), { minLength: 1, maxLength: 3 }),
  product: fc.constantFrom('live', 'dead'),
  firstMonths: fc.integer({ min: 0, max: 14 }),
  choice: fc.record(
    {
      standard: fc.boolean(),
      productPath: fc.boolean(),
      startFrom: fc.constantFrom('P2M', 'P12M'),
      startBefore: fc.constantFrom('P6M', 'P13M', 'P15M'),
      startGraceDays: fc.constantFrom(0, 4),
    },
    { requiredKeys: ['standard'] },
  ),
  changesOn: fc.option(day(-60, 150)),
})

const person: fc.Arbitrary<Subject> = fc
  .record({
    born: day(-480, -10),
    precision: fc.constantFrom(10, 10, 10, 7),
    doses: fc.array(fc.tuple(day(-200, 40), fc.constantFrom('live', 'dead')), { maxLength: 3 }),
  })
  .map(({ born, precision, doses }) => ({
    birthDate: parsePartialDate(born.slice(0, precision)),
    doses: doses.map(([date, product]) => ({ date, product })),
    facts: {},
  }))

/** What is known today goes on: doses of later days are not yet given. */
const asToday = (who: Subject): Subject => ({
  ...who,
  doses: who.doses.filter(({ date }) => (date as string) <= today),
})

const onDay = (timeline: readonly TimelinePiece[], on: CivilDate) => {
  const piece = timeline.find(({ from, to }) => from <= on && (to === null || on <= to))
  return piece === undefined
    ? undefined
    : [piece.status, piece.dose, piece.policy, ...piece.products].join(' ')
}

const window = Array.from({ length: 200 }, (_, at) => addDays(today, at))

describe('evaluateCourses ahead', () => {
  test('says of every day what it says when it is asked on that day', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 3 }), person, (courses, who) => {
        const sets = courses.map(courseOf)
        const { timeline, nextChange } = evaluateCourses(who, sets, today)
        const asked = window.map((on) =>
          onDay(evaluateCourses(asToday(who), sets, on).timeline, on),
        )
        expect(window.map((on) => onDay(timeline, on))).toEqual(asked)
        const changed = window[asked.findIndex((one) => one !== asked[0])]
        const last = window.at(-1) as CivilDate
        const told = nextChange === null || nextChange.on > last ? undefined : nextChange.on
        expect(told).toBe(changed)
      }),
      { numRuns: 30 },
    )
  })

  test('covers all days from its first on, without a gap, and no piece like the one before', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 3 }), person, (courses, who) => {
        const { timeline } = evaluateCourses(who, courses.map(courseOf), today)
        expect(timeline.at(-1)?.to).toBeNull()
        for (const [place, piece] of timeline.slice(1).entries()) {
          const before = timeline[place] as TimelinePiece
          expect(piece.from).toBe(addDays(before.to as CivilDate, 1))
          expect(onDay(timeline, piece.from)).not.toBe(onDay(timeline, before.from))
        }
      }),
      { numRuns: 100 },
    )
  })
})
