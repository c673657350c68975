/** Which of several courses speaks ahead, and why it does. */
import { describe, expect, test } from 'vitest'
import type { CourseChoice, EligibilityPolicy } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import { evaluateCourses } from './choose.js'
import { civil } from './people.fixture.js'
import { routineChild, routinePolicy } from './routine.fixture.js'

const cite = ['test']
const born = '2010-01-10'

interface Ages {
  readonly from?: string
  readonly before?: string
}

/** One dose, for the ages. */
function policyOf(
  id: string,
  { from = 'P0D', before }: Ages,
  choice: Partial<CourseChoice> = {},
  more: Partial<EligibilityPolicy> = {},
): EligibilityPolicy {
  const population = { ageFrom: from, ...(before === undefined ? {} : { ageBefore: before }), cite }
  return {
    ...routinePolicy,
    ...{ id, population, spacing: [] },
    series: [
      { id: 'course', name: { vi: id, en: id }, doses: [{ n: 1, products: ['dead'], cite }] },
    ],
    choice: { group: 'test', standard: true, preference: 1, cite, ...choice },
    ...more,
  }
}

const setOf = (...policies: readonly EligibilityPolicy[]) => definePolicySet(policies)
const ask = (sets: readonly ReturnType<typeof setOf>[], on: string) =>
  evaluateCourses(routineChild(born), sets, civil(on))

describe('a course that goes on speaking', () => {
  const sets = [setOf(policyOf('one', { from: 'P5Y', before: 'P10Y' }))]
  test.each(['2015-01-09', '2015-01-10', '2018-01-01', '2020-01-10'])(
    'has its own timeline on %s',
    (on) => {
      expect(ask(sets, on).timeline).toMatchObject([
        { from: '2010-01-10', to: '2015-01-09', status: 'tooYoung' },
        { from: '2015-01-10', to: '2020-01-09', status: 'eligible' },
        { from: '2020-01-10', to: null, status: 'tooOld' },
      ])
    },
  )

  test.each([
    ['2014-01-01', '2015-01-10'],
    ['2015-01-10', '2020-01-10'],
  ])('changes for its own reason, on %s', (on, next) => {
    expect(ask(sets, on).nextChange).toMatchObject({ on: next, because: { rule: 'age' } })
  })

  test('says nothing new with a version that says the same', () => {
    const versions = [
      policyOf(
        'one',
        {},
        {},
        { effective: { from: civil('2000-01-01'), to: civil('2023-12-31') } },
      ),
      policyOf('one', {}, {}, { version: '2', effective: { from: civil('2024-01-01'), to: null } }),
    ]
    const { nextChange, timeline } = ask([setOf(...versions)], '2023-06-01')
    expect(nextChange).toBeNull()
    expect(timeline).toMatchObject([{ from: '2010-01-10', to: null, status: 'eligible' }])
  })
})

describe('a course that another follows', () => {
  test('on the day of which it also begins to say something else: the choice is why', () => {
    const sets = [
      setOf(policyOf('young', { before: 'P15Y' })),
      setOf(policyOf('old', { from: 'P15Y' }, { preference: 2 })),
    ]
    const { policy, nextChange } = ask(sets, '2024-01-01')
    expect(policy.id).toBe('young')
    expect(nextChange).toMatchObject({
      on: '2025-01-10',
      status: 'eligible',
      because: { rule: 'choice' },
    })
  })

  test('is not the one that it is too late to begin, however long the days go on', () => {
    const sets = [
      setOf(policyOf('open', {}, { preference: 2 })),
      setOf(policyOf('late', {}, { startBefore: 'P13Y' })),
    ]
    expect(ask(sets, '2024-01-01')).toMatchObject({ policy: { id: 'open' }, nextChange: null })
  })

  test('is told also where the other says the same', () => {
    const sets = [
      setOf(policyOf('same', {}, { startBefore: 'P15Y' })),
      setOf(policyOf('same', {}, { startFrom: 'P15Y' })),
    ]
    const { nextChange } = ask(sets, '2024-01-01')
    expect(nextChange).toMatchObject({ on: '2025-01-10', because: { rule: 'choice' } })
  })
})
