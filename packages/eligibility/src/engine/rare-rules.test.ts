/** What a policy may say and the schedules of the other tests do not. */
import { describe, expect, test } from 'vitest'
import type { EligibilityPolicy, PolicyDose } from '../policy/format.js'
import { explain } from '../message/explain.js'
import { answerToFhir } from '../fhir/recommendation.js'
import { covid19 } from '../fhir/codes.js'
import type { DosesCondition } from '../policy/course.js'
import { lintEligibilityPolicy } from '../policy/parse.js'
import { definePolicySet } from '../policy-set/define.js'
import { combineAnswers } from './combine.js'
import { evaluateCourses } from './choose.js'
import { evaluate } from './evaluate.js'
import { civil } from './people.fixture.js'
import { routineChild, routinePolicy } from './routine.fixture.js'

const cite = ['test']
const dose = (n: number, more: Partial<PolicyDose> = {}): PolicyDose => ({
  n,
  products: ['dead'],
  cite,
  ...more,
})
const policyOf = (
  doses: readonly PolicyDose[],
  more: Partial<EligibilityPolicy> = {},
): EligibilityPolicy => ({
  ...routinePolicy,
  spacing: [],
  series: [{ id: 'course', name: { vi: 'x', en: 'x' }, doses }],
  ...more,
})
const setOf = (...policy: Parameters<typeof policyOf>) => definePolicySet([policyOf(...policy)])

describe('rows with days of their own', () => {
  const row = { from: 'P6M', graceDays: 0, cite }
  const until = dose(1, { ages: [{ ...row, effective: { to: civil('2024-03-01') } }] })
  const set = setOf([until])

  test.each([
    ['the last day of the row', '2024-03-01', 'tooYoung'],
    ['the day after it', '2024-03-02', undefined],
  ])('an age is asked for on %s, of a dose that was given', (_, on, found) => {
    const answer = evaluate(routineChild('2024-01-10', `${on} dead`), set, civil('2024-06-01'))
    expect(answer.doses[0]?.reasons[0]?.finding).toBe(found)
  })

  test('a recommendation is that of the rows in force on the day', () => {
    const later = {
      ...row,
      from: 'P1M',
      recommended: 'P6M',
      effective: { from: civil('2024-05-01') },
    }
    const child = routineChild('2024-01-10')
    const recommended = (on: string) =>
      evaluate(child, setOf([dose(1, { ages: [later] })]), civil(on)).recommended
    expect(recommended('2024-02-20')).toBe('2024-01-10')
    expect(recommended('2024-05-02')).toBe('2024-07-10')
  })
})

describe('a dose that is only recognised', () => {
  const recognised = dose(2, {
    products: [],
    accepts: [{ product: 'old', ageFrom: 'P0D', graceDays: 0 }],
  })
  const policy = policyOf([dose(1), recognised])

  test('is no impossible dose', () => {
    expect(lintEligibilityPolicy(policy)).toEqual([])
  })

  test('is never planned, and counts once it was given', () => {
    const set = definePolicySet([policy])
    const once = routineChild('2020-01-10', '2024-01-05 dead')
    const answer = evaluate(once, set, civil('2024-03-01'))
    expect(answer).toMatchObject({ status: 'notRecommended', earliest: null })
    expect(answer.reasons[0]).toMatchObject({
      rule: 'dose-2/history-only',
      kind: 'historyOnly',
      effect: 'blocks',
    })
    const twice = routineChild('2020-01-10', '2024-01-05 dead', '2024-02-05 old')
    expect(evaluate(twice, set, civil('2024-03-01')).status).toBe('complete')
  })
})

const onlyDead = [{ product: 'dead', ageFrom: 'P0D', graceDays: 0 }]

describe('doses counted in a condition', () => {
  const skips = (products?: readonly string[]) =>
    dose(2, {
      accepts: onlyDead,
      skipWhen: [
        {
          for: 'both',
          anyOf: [
            { allOf: [{ doses: { which: 'given', atLeast: 2, ...(products && { products }) } }] },
          ],
          cite,
        },
      ],
    })

  test.each([
    ['of any vaccine of the policy', undefined, ['2024-01-05 dead', '2024-01-20 live'], 'complete'],
    ['not those of others', undefined, ['2024-01-05 dead', '2024-01-20 serum'], 'eligible'],
    ['of one vaccine alone', ['dead'], ['2024-01-05 dead', '2024-01-20 live'], 'eligible'],
  ] as const)('%s', (_, products, doses, status) => {
    const first = dose(1, { accepts: onlyDead })
    const set = setOf([first, skips(products)])
    expect(evaluate(routineChild('2020-01-10', ...doses), set, civil('2024-03-01')).status).toBe(
      status,
    )
  })
})

describe('doses that a condition leaves out', () => {
  const born = '2020-01-10'
  /** The number of the last dose, where a second is passed over after one that the condition counts. */
  const lastNumber = (doses: DosesCondition['doses'], ...given: readonly string[]) => {
    const second = dose(2, {
      accepts: onlyDead,
      skipWhen: [{ for: 'both', anyOf: [{ allOf: [{ doses }] }], cite }],
    })
    const others = ['serum', 'a-serum'].map((id) => ({ id, cite }))
    const set = setOf([dose(1, { accepts: onlyDead }), second, dose(3)], { others })
    return evaluate(routineChild(born, ...given), set, civil('2025-01-01')).doses.at(-1)?.n
  }
  const [first, last] = ['2024-01-05 dead', '2024-06-05 dead']
  const serum = { which: 'given', products: ['serum'], atLeast: 1 } as const
  const live = { products: ['live'], atLeast: 1 } as const
  const fromFour = { ...serum, ageFrom: 'P4Y', graceDays: 4 } as const
  const toMarch = { ...serum, to: civil('2024-03-31') } as const
  const underFour = { ...serum, ageBefore: 'P4Y' } as const

  test.each([
    ['given on the day before', serum, '2024-06-04 serum', 3],
    ['given on the same day', serum, '2024-06-05 serum', 2],
    [
      'given on the same day and written first',
      { ...serum, products: ['a-serum'] },
      '2024-06-05 a-serum',
      2,
    ],
    [
      'that does not count, where those that were given are meant',
      { ...live, which: 'given' },
      '2024-02-05 live',
      3,
    ],
    [
      'that does not count, where those that count are meant',
      { ...live, which: 'counted' },
      '2024-02-05 live',
      2,
    ],
    ['on the first day of grace before the age', fromFour, '2024-01-06 serum', 3],
    ['a day before the grace', fromFour, '2024-01-05 serum', 2],
    ['on the last day of the dates', toMarch, '2024-03-31 serum', 3],
    ['on the day after the dates', toMarch, '2024-04-01 serum', 2],
    ['on the last day of the age', underFour, '2024-01-09 serum', 3],
    ['on the day after the age', underFour, '2024-01-10 serum', 2],
  ] as const)('one %s', (_, doses, given, n) => {
    expect(lastNumber(doses, first, given, last)).toBe(n)
  })
})

describe('a product without a volume', () => {
  const { volumeMl: _, ...bare } = routinePolicy
    .products[1] as EligibilityPolicy['products'][number]
  const set = setOf([dose(1)], { products: [bare], population: { ageFrom: 'P0D', cite: [] } })
  const answer = evaluate(routineChild('2020-01-10'), set, civil('2024-03-01'))

  test('is offered and explained without one', () => {
    expect(answer.products).toMatchObject([{ id: 'dead', volumeMl: null }])
    const said = explain(answer, 'en')
    expect(JSON.stringify(said)).not.toContain('ml')
  })

  test('has a reason in FHIR that cites nothing when nothing is cited', () => {
    const early = evaluate(routineChild('2024-04-10'), set, civil('2024-03-01'))
    const [told] = answerToFhir(early, { patient: {}, targetDisease: covid19 }).recommendation
    expect(told.forecastReason?.[0]?.text).toBe('age')
  })
})

describe('several courses and diseases', () => {
  test('a policy without a place among courses is none of them', () => {
    expect(() =>
      evaluateCourses(routineChild('2020-01-10'), [setOf([dose(1)])], civil('2024-03-01')),
    ).toThrow(expect.objectContaining({ code: 'eligibility.policy-set.empty' }))
  })

  test('a combined vaccine without a day has none, together or singly', () => {
    const closed = setOf([dose(1, { products: ['old'] })])
    const none = evaluate(routineChild('2020-01-10'), closed, civil('2024-03-01'))
    for (const given of ['together', 'singly'] as const) {
      expect(combineAnswers([none], given)).toMatchObject({ earliest: null, recommended: null })
    }
  })
})
