import { describe, expect, test } from 'vitest'
import { evaluate } from '../engine/evaluate.js'
import { child, civil } from '../engine/people.fixture.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { EligibilityPolicy, PolicySeries } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import { firstDifference } from './same-answer.fixture.js'

const grace = 4

function withGrace(series: PolicySeries): PolicySeries {
  const doses = series.doses.map((dose) => ({
    ...dose,
    intervals: (dose.intervals ?? []).map((interval) => ({ ...interval, graceDays: grace })),
  }))
  return { ...series, doses }
}

/** The children's policy in force since 29/06/2022, as if a text forgave four days of age and of waiting. */
function forgiving(policy: EligibilityPolicy): EligibilityPolicy {
  const products = policy.products.map((product) => ({
    ...product,
    counts: { ...product.counts, graceDays: grace },
  }))
  return { ...policy, products, series: policy.series.map(withGrace) }
}

const last = covid19Children5To11.at(-1) as EligibilityPolicy
const set = definePolicySet([forgiving(last)])
const fiveOn = '2022-07-20'
const born = '2017-07-20'

const pfizer = (on: string) => `${on} comirnaty-10`

describe('days of grace', () => {
  test.each([
    ['five days before the fifth birthday', ['2022-07-15'], 1, 'tooYoung'],
    ['four days before', ['2022-07-16'], 2, 'grace'],
    ['the day before', ['2022-07-19'], 2, 'grace'],
    ['on the birthday', [fiveOn], 2, undefined],
    ['a second dose after 23 days', [fiveOn, '2022-08-12'], 2, 'tooSoon'],
    ['a second dose after 24 days', [fiveOn, '2022-08-13'], null, 'grace'],
    ['a second dose after 28 days', [fiveOn, '2022-08-17'], null, undefined],
  ])('%s: the same by `evaluate` and in columns', (_, days, next, found) => {
    const who = child(born, days.map(pfizer))
    const answer = evaluate(who, set, civil('2022-10-01'))
    expect(answer.dose).toBe(next)
    expect(answer.doses.at(-1)?.reasons[0]?.finding).toBe(found)
    expect(firstDifference(set, {}, [who], civil('2022-10-01'))).toBeUndefined()
  })

  test('are the same in columns for every day around the edges', () => {
    const around = (day: number) => `2022-07-${String(day).padStart(2, '0')}`
    const people = Array.from({ length: 20 }, (_, at) => child(born, [pfizer(around(at + 10))]))
    const seconds = Array.from({ length: 20 }, (_, at) =>
      child(born, [pfizer('2022-07-10'), pfizer(fiveOn), pfizer(`2022-08-${String(at + 10)}`)]),
    )
    expect(firstDifference(set, {}, [...people, ...seconds], civil('2022-09-01'))).toBeUndefined()
  })
})
