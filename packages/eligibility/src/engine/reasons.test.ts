import { describe, expect, test } from 'vitest'
import type { EligibilityPolicy, PolicyProduct } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'
import type { Answer, Reason } from './answer.js'
import { evaluate } from './evaluate.js'
import { allNo, bothBands, child, childrenOnly, civil, infected } from './people.fixture.js'
import { routine, routineChild, routinePolicy } from './routine.fixture.js'
import { reason } from './rows.fixture.js'

const cite = ['test']
const on = civil('2022-06-15')
const unscreened = { facts: { covid19Infection: { state: 'no' } } } as const

describe('how much of a product is given', () => {
  const { volumeMl: _, ...bare } = routinePolicy.products[1] as PolicyProduct
  const doses = [{ n: 1, products: ['dead'], cite }]
  const amount = (more: Partial<PolicyProduct>) => {
    const policy: EligibilityPolicy = {
      ...routinePolicy,
      products: [{ ...bare, ...more }],
      series: [{ id: 'course', name: { vi: 'x', en: 'x' }, doses }],
      spacing: [],
    }
    const answer = evaluate(routineChild('2020-01-10'), definePolicySet([policy]), on)
    return reason(answer, 'product/dead')?.params
  }

  test.each<readonly [string, Partial<PolicyProduct>]>([
    ['by weight and volume', { doseMcg: 10, volumeMl: '0.2' }],
    ['by weight alone', { doseMcg: 10 }],
    ['by volume alone', { volumeMl: '0.5' }],
    ['not said', {}],
  ])('%s: as the policy says it', (__, said) => {
    expect(amount(said)).toEqual({ product: 'dead', ...said })
    expect(Object.values(amount(said) ?? {})).not.toContain(null)
  })
})

describe('the age of a product', () => {
  const born = '2022-01-10'
  test.each([
    ['2022-04-09', 'informs'],
    ['2022-04-10', 'allows'],
    ['2030-01-09', 'allows'],
    ['2030-01-10', 'informs'],
  ])('on %s, while another may be given, it %s', (day, effect) => {
    const answer = evaluate(routineChild(born), routine, civil(day))
    expect(reason(answer, 'product/live')).toMatchObject({
      effect,
      ...{ from: '2022-04-10', to: '2030-01-09' },
    })
  })

  test('allows also while another rule stands in the way', () => {
    const { reasons } = evaluate(child('2014-03-02', [], unscreened), childrenOnly, on)
    const effects = reasons.map(({ rule, effect }) => [rule, effect])
    expect(effects).toContainEqual(['screening', 'blocks'])
    expect(effects).toContainEqual(['product/comirnaty-10', 'allows'])
  })

  const reviews = (birth: string, day: string) => {
    const { reasons } = evaluate(child(birth), bothBands, civil(day))
    return reasons.filter(({ kind }) => kind === 'productReview').map(({ rule }) => rule)
  }
  test.each([
    ['2014-03-02', '2022-06-15', []],
    ['2009-03-02', '2022-06-15', ['product/spikevax-100/review']],
  ])('born on %s, on %s: a review is told of products that ask for one', (birth, day, expected) => {
    expect(reviews(birth, day)).toEqual(expected)
  })
})

describe('no day that is left', () => {
  test('rests on what makes the person wait and on the age, not on what is asked for', () => {
    const who = child('2010-07-01', ['2022-06-10 comirnaty-10'], unscreened)
    const answer = evaluate(who, childrenOnly, on)
    expect(answer.status).toBe('tooOld')
    const [interval, age] = ['dose-2/interval-1', 'age'].map((rule) => reason(answer, rule))
    expect(reason(answer, 'screening')?.effect).toBe('blocks')
    expect(answer.reasons[0]).toMatchObject({
      kind: 'noDayLeft',
      cite: [...new Set([...(interval?.cite ?? []), ...(age?.cite ?? [])])],
    })
  })
})

describe('the reasons of a partial birth date', () => {
  const fiveInMay = child('2017-05')
  test.each([
    ['2022-04-30', 'blocks'],
    ['2022-05-01', 'unknown'],
    ['2022-05-30', 'unknown'],
    ['2022-05-31', 'allows'],
  ])(
    'an age by %s %s, from the last day that reaches it to the first that leaves it',
    (day, effect) => {
      const answer = evaluate(fiveInMay, childrenOnly, civil(day))
      expect(reason(answer, 'age')).toMatchObject({
        effect,
        ...{ from: '2022-05-31', to: '2029-04-30' },
      })
    },
  )

  test('a rule that only one of its days meets is unknown', () => {
    const who = child('2010-05', ['2022-05-01 comirnaty-10'])
    const answer = evaluate(who, bothBands, civil('2022-05-20'))
    const products = answer.reasons.filter(({ kind }) => kind === 'productAge')
    expect(new Set(products.map(({ effect }) => effect))).toEqual(new Set(['unknown']))
  })

  test.each([
    ['a day before its first', '2022-05-15', 'unknown', 'unknown'],
    ['once every day of it is of the age', '2022-06-15', 'eligible', 'informs'],
  ])('is told of itself: %s', (__, day, status, effect) => {
    const answer = evaluate(fiveInMay, childrenOnly, civil(day))
    expect(answer.status).toBe(status)
    expect(reason(answer, 'birth-date')).toMatchObject({ kind: 'birthDate', effect })
  })

  test('is told of no whole date', () => {
    expect(reason(evaluate(child('2017-05-15'), childrenOnly, on), 'birth-date')).toBeUndefined()
  })

  test('an age that some of its days reach only past the end of the calendar has no first day', () => {
    const late = { ageFrom: 'P5Y6M', cite }
    const set = definePolicySet([{ ...routinePolicy, population: late }])
    const from = (birth: string) =>
      reason(evaluate(routineChild(birth), set, civil('2600-01-01')), 'age')?.from
    expect([from('2595-01-01'), from('2595-12-31'), from('2595')]).toEqual([
      '2600-07-01',
      undefined,
      undefined,
    ])
  })
})

describe('a reason', () => {
  const said: readonly (readonly [string, Subject, Answer['on']])[] = [
    ['of a child without facts', child('2014-03-02', [], { facts: {} }), on],
    ['after an infection', child('2014-03-02', [], { facts: infected('2022-05-20') }), on],
    ['of a year of birth', child('2017', [], { facts: { screening: allNo } }), on],
    ['of a year of birth on both sides of twelve', child('2010', ['2022-05-04 spikevax-50']), on],
  ]
  test.each(said)('%s has no member without a value', (__, who, day) => {
    const { reasons } = evaluate(who, bothBands, day)
    const empty = (one: Reason) => Object.values(one).includes(undefined)
    expect(reasons.filter(empty)).toEqual([])
  })
})
