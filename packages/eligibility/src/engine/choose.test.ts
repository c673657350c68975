import { parsePartialDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import type { CourseChoice, EligibilityPolicy, PolicyDose } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import type { Answer } from './answer.js'
import { evaluateCourses } from './choose.js'
import { combineAnswers } from './combine.js'
import { civil } from './people.fixture.js'
import { routineChild, routinePolicy } from './routine.fixture.js'

const cite = ['test']
const dose = (n: number, weeks: number, product = 'dead'): PolicyDose => ({
  n,
  products: [product],
  accepts: [{ product, ageFrom: 'P0D', graceDays: 0 }],
  intervals: n === 1 ? [] : [{ from: { dose: n - 1 }, min: `P${weeks}W`, graceDays: 0, cite }],
  cite,
})

function course(
  id: string,
  doses: readonly PolicyDose[],
  choice: Partial<CourseChoice>,
  sex?: 'female' | 'male',
) {
  const population: EligibilityPolicy['population'] = {
    ageFrom: 'P0D',
    cite,
    ...(sex === undefined ? {} : { sex }),
  }
  const place = { group: 'test', standard: false, preference: 1, cite, ...choice }
  const series = [{ id: 'course', name: { vi: id, en: id }, doses }]
  return definePolicySet([{ ...routinePolicy, id, population, series, choice: place }])
}

const long = course('long', [dose(1, 0), dose(2, 4), dose(3, 4)], { standard: true, preference: 1 })
const short = course('short', [dose(1, 0), dose(2, 24)], { preference: 2, startBefore: 'P15Y' })
const live = course('live', [dose(1, 0, 'live'), dose(2, 4, 'live')], {
  preference: 3,
  productPath: true,
})
const fromFourteen = (one: PolicyDose): PolicyDose => ({
  ...one,
  accepts: [{ product: 'dead', ageFrom: 'P14Y', graceDays: 0 }],
})
const late = course('late', [dose(1, 0), dose(2, 4)].map(fromFourteen), {
  preference: 0,
  startFrom: 'P15Y',
  startGraceDays: 4,
})
const born = '2010-01-10'
const speaks = (on: string, ...doses: readonly string[]) =>
  evaluateCourses(routineChild(born, ...doses), [late, live, short, long], civil(on)).policy.id

describe('evaluateCourses', () => {
  test.each([
    ['nothing given: the standard course', '2020-01-01', [], 'long'],
    ['also where it is too late to begin another', '2030-01-01', [], 'long'],
    ['fewest doses left', '2020-03-01', ['2020-02-01 dead'], 'short'],
    ['most doses that count', '2020-04-01', ['2020-02-01 dead', '2020-03-01 dead'], 'long'],
    ['complete', '2020-12-01', ['2020-02-01 dead', '2020-11-01 dead'], 'short'],
    ['not one begun too late', '2026-01-01', ['2025-01-10 dead', '2025-12-01 dead'], 'late'],
    ['the age to begin, with grace', '2025-01-06', ['2025-01-02 dead'], 'late'],
    ['and not a day before', '2025-01-05', ['2025-01-02 dead'], 'short'],
    ['one product alone', '2020-03-01', ['2020-02-01 live'], 'live'],
    ['not when a dose is lost', '2020-03-01', ['2020-02-01 live', '2020-02-20 dead'], 'short'],
  ] as const)('%s', (_, on, doses, expected) => {
    expect(speaks(on, ...doses)).toBe(expected)
  })

  test('a partial birth date says nothing where another day of it would choose another course', () => {
    const sets = [late, live, short, long]
    const of = (birthDate: string) => ({
      ...routineChild(born, '2025-01-02 dead'),
      birthDate: parsePartialDate(birthDate),
    })
    const on = civil('2025-01-06')
    const chosen = (birthDate: string) => evaluateCourses(of(birthDate), sets, on).policy.id
    expect([chosen('2010-01-01'), chosen('2010-01-31')]).toEqual(['late', 'short'])
    const open = evaluateCourses(of('2010-01'), sets, on)
    expect(open).toMatchObject({ status: 'unknown', dose: null, earliest: null, products: [] })
    expect(open.needs).toContain('birthDate')
    expect(open.timeline[0]).toMatchObject({ status: 'unknown', from: on, to: '2025-01-26' })
    expect(open.nextChange).toMatchObject({ on: '2025-01-27', because: { rule: 'choice' } })
    expect(evaluateCourses(of('2015-06'), sets, on).policy.id).toBe(chosen('2015-06-15'))
  })

  test('a later version that is no course any more leaves the last one speaking', () => {
    const version = (
      from: string,
      to: string | null,
      choice?: CourseChoice,
    ): EligibilityPolicy => ({
      ...routinePolicy,
      version: from,
      effective: { from: civil(from), to: to === null ? null : civil(to) },
      spacing: [],
      series: [{ id: 'course', name: { vi: 'x', en: 'x' }, doses: [dose(1, 0)] }],
      ...(choice === undefined ? {} : { choice }),
    })
    const set = definePolicySet([
      version('2000-01-01', '2024-12-31', { group: 'test', standard: true, preference: 1, cite }),
      version('2025-01-01', null),
    ])
    const asked = evaluateCourses(routineChild(born), [set], civil('2024-12-01'))
    expect(asked).toMatchObject({ status: 'eligible', nextChange: null })
    expect(asked.timeline.at(-1)).toMatchObject({ status: 'eligible', to: null })
  })

  test('a later version of no other answer, and of another preference, is the day of another course', () => {
    const ofId = (id: string, versions: readonly (readonly [string, string | null, number])[]) =>
      definePolicySet(
        versions.map(([from, to, preference]) => ({
          ...routinePolicy,
          ...{ id, version: from, spacing: [] },
          effective: { from: civil(from), to: to === null ? null : civil(to) },
          series: [{ id: 'course', name: { vi: id, en: id }, doses: [dose(1, 0)] }],
          choice: { group: 'test', standard: true, preference, cite },
        })),
      )
    const sets = [
      ofId('one', [
        ['2000-01-01', '2024-12-31', 1],
        ['2025-01-01', null, 3],
      ]),
      ofId('two', [['2000-01-01', null, 2]]),
    ]
    const asked = evaluateCourses(routineChild(born), sets, civil('2024-12-01'))
    expect(asked).toMatchObject({
      policy: { id: 'one' },
      nextChange: {
        on: '2025-01-01',
        status: 'eligible',
        because: { rule: 'choice', cite: ['TEST'] },
      },
    })
    expect(asked.timeline.slice(-2).map(({ from, policy }) => [from, policy])).toEqual([
      [born, 'one'],
      ['2025-01-01', 'two'],
    ])
  })

  test('does not depend on the order of the courses', () => {
    const child = routineChild(born, '2020-02-01 dead')
    for (const sets of [
      [long, short, live, late],
      [late, live, short, long],
    ]) {
      expect(evaluateCourses(child, sets, civil('2020-03-01')).policy.id).toBe('short')
    }
  })

  test('courses for one sex', () => {
    const sets = (['female', 'male'] as const).map((sex) =>
      course(sex, [dose(1, 0)], { standard: true }, sex),
    )
    const child = { ...routineChild(born), sex: 'male' as const }
    expect(evaluateCourses(child, sets, civil('2020-01-01'))).toMatchObject({
      status: 'eligible',
      policy: { id: 'male' },
    })
    const unknown = evaluateCourses(routineChild(born), sets, civil('2020-01-01'))
    expect(unknown).toMatchObject({ status: 'unknown', needs: ['sex'] })
    const [female] = sets
    if (female === undefined) throw new Error('there are two')
    expect(() => evaluateCourses(child, [female], civil('2020-01-01'))).toThrow(
      expect.objectContaining({ code: 'eligibility.policy-set.empty' }),
    )
  })
})

describe('combineAnswers', () => {
  const answer = (course: Answer['course'], earliest?: string, recommended = earliest) =>
    ({ course, earliest: earliest ?? null, recommended: recommended ?? null }) as Answer
  const first = answer('inProgress', '2024-02-01', '2024-05-01')
  const second = answer('notStarted', '2024-03-01', '2024-03-01')
  const done = answer('complete')
  const grown = answer('agedOut')

  test.each([
    ['together', '2024-03-01', '2024-03-01'],
    ['singly', '2024-02-01', '2024-03-01'],
  ] as const)('%s', (given, earliest, recommended) => {
    expect(combineAnswers([first, second, done, grown], given)).toEqual({
      course: 'inProgress',
      earliest,
      recommended,
    })
  })

  const barred = answer('contraindicated')
  test.each([
    ['together', 'is never due while one of its courses allows no day', null, null],
    ['singly', 'is due by the course that allows one', '2024-02-01', '2024-05-01'],
  ] as const)('given %s, a vaccine %s', (given, _, earliest, recommended) => {
    expect(combineAnswers([barred, first], given)).toMatchObject({ earliest, recommended })
  })

  test.each([
    [[done, done], 'complete'],
    [[done, grown], 'agedOut'],
    [[second, done], 'notStarted'],
    [[grown, second], 'notStarted'],
    [[second, first], 'inProgress'],
  ] as const)('course %#', (answers, course) => {
    expect(combineAnswers(answers, 'together').course).toBe(course)
  })
})
