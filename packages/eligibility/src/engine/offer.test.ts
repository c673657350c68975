import { describe, expect, test } from 'vitest'
import type { EligibilityPolicy, OfferRule, PolicyDose } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Adults18 } from '../policies/covid19-adults-18.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { evaluate } from './evaluate.js'
import { child, childrenOnly, civil } from './people.fixture.js'
import { routineChild, routinePolicy } from './routine.fixture.js'
import { reason } from './rows.fixture.js'

describe('what a site has', () => {
  test('nothing of the brand that was begun', () => {
    const who = child('2014-03-02', ['2022-04-20 spikevax-50'])
    const answer = evaluate(who, childrenOnly, civil('2022-06-01'), { products: ['comirnaty-10'] })
    expect(answer).toMatchObject({ status: 'notRecommended', products: [] })
    expect(answer.reasons[0]).toMatchObject({ kind: 'stock', effect: 'blocks' })
  })

  test('only a vaccine for older children', () => {
    const answer = evaluate(child('2016-06-02'), childrenOnly, civil('2022-06-01'), {
      products: ['spikevax-50'],
    })
    expect(answer).toMatchObject({ status: 'tooYoung', earliest: '2022-06-02' })
    expect(reason(answer, 'product/spikevax-50')).toMatchObject({ effect: 'blocks' })
  })

  test('a brand that no policy plans any more for the dose', () => {
    const set = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        series: one.series.map((series) => ({
          ...series,
          doses: series.doses.map((dose) =>
            dose.n === 2 ? { ...dose, products: ['comirnaty-10'] } : dose,
          ),
        })),
      })),
    )
    const answer = evaluate(
      child('2014-03-02', ['2022-04-20 spikevax-50']),
      set,
      civil('2022-06-01'),
    )
    expect(answer.status).toBe('notRecommended')
    expect(answer.reasons[0]).toMatchObject({ kind: 'brand', effect: 'blocks' })
  })

  test('a product whose age has passed within the band', () => {
    const set = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        products: one.products.map((product) =>
          product.use === null
            ? product
            : { ...product, use: { ...product.use, ageBefore: 'P8Y' } },
        ),
      })),
    )
    const answer = evaluate(child('2014-06-01'), set, civil('2022-06-01'))
    expect(answer.status).toBe('tooOld')
    expect(answer.reasons[0]).toMatchObject({
      kind: 'productAge',
      effect: 'blocks',
      to: '2022-05-31',
    })
  })

  test('a product that was not offered yet on the day of its age', () => {
    const set = definePolicySet(covid19Adults18)
    const { timeline } = evaluate(child('1990-04-01'), set, civil('2021-09-01'), {
      products: ['abdala'],
    })
    expect(timeline.slice(0, 3)).toMatchObject([
      { from: '1990-04-01', to: '2009-03-31', status: 'tooYoung' },
      { from: '2009-04-01', to: '2021-09-16', status: 'notRecommended' },
      { from: '2021-09-17', status: 'eligible', products: ['abdala'] },
    ])
  })
})

const cite = ['test']
const born = '2022-01-10'

/** A policy of one dose, for which `live` and `dead` are planned; `live` keeps a distance to others. */
function oneDose(more: Partial<PolicyDose>) {
  const policy: EligibilityPolicy = {
    ...routinePolicy,
    series: [
      {
        id: 'course',
        name: { vi: 'x', en: 'x' },
        doses: [{ n: 1, products: ['live', 'dead'], cite, ...more }],
      },
    ],
  }
  return definePolicySet([policy])
}

describe('rows that offer a product', () => {
  const row = (from: string, to: string): OfferRule => ({
    products: ['dead'],
    effective: { from: civil(from), to: civil(to) },
    cite,
  })
  const january = row('2024-01-01', '2024-01-31')
  const february = row('2024-02-01', '2024-02-29')
  const march = row('2024-03-01', '2024-03-31')

  test.each([
    ['that meet are one stretch', [january, february], [['2024-01-01', '2024-02-29']]],
    [
      'are read by their days, not their order',
      [february, january],
      [['2024-01-01', '2024-02-29']],
    ],
    [
      'with a day between them are two',
      [row('2024-01-01', '2024-01-30'), february],
      [
        ['2024-01-01', '2024-01-30'],
        ['2024-02-01', '2024-02-29'],
      ],
    ],
    [
      'with a month between them are two, in the order of their days',
      [march, january],
      [
        ['2024-01-01', '2024-01-31'],
        ['2024-03-01', '2024-03-31'],
      ],
    ],
    [
      'within another add nothing to it',
      [row('2024-01-01', '2024-03-31'), february],
      [['2024-01-01', '2024-03-31']],
    ],
  ] as const)('%s', (_, offers, expected) => {
    const { reasons } = evaluate(
      routineChild(born),
      oneDose({ products: ['dead'], offers }),
      civil('2024-01-15'),
    )
    const told = reasons.filter(({ rule }) => rule === 'product/dead')
    expect(told.map(({ from, to }) => [from, to])).toEqual(
      expect.arrayContaining(expected.map((days) => [...days])),
    )
    expect(told).toHaveLength(expected.length)
  })

  test.each([
    ['the last day of its age', '2024-01-09', 'productAge'],
    ['the day after it', '2024-01-10', 'mixing'],
  ])('that begin on %s', (_, from, kind) => {
    const uses = [{ product: 'dead', ageFrom: 'P0D', ageBefore: 'P2Y' }]
    const set = oneDose({ products: ['dead'], uses, offers: [row(from, '2024-12-31')] })
    expect(evaluate(routineChild(born), set, civil('2024-01-01')).reasons[0]).toMatchObject({
      kind,
      effect: 'blocks',
    })
  })
})

describe('a fact that nobody knows', () => {
  const whoeverIs = (is: 'yes' | 'no') => [{ allOf: [{ fact: 'immunocompromised', is } as const] }]
  test('is not asked for where some product may be given either way', () => {
    const offers = [
      { products: ['dead'], cite },
      { products: ['live'], anyOf: whoeverIs('no'), cite },
    ]
    const answer = evaluate(routineChild(born), oneDose({ offers }), civil('2024-01-15'))
    expect(answer).toMatchObject({ status: 'eligible', needs: [], products: [{ id: 'dead' }] })
    expect(answer.products).toHaveLength(1)
  })

  test('is asked for where it decides which one', () => {
    const offers = [
      { products: ['dead'], anyOf: whoeverIs('yes'), cite },
      { products: ['live'], anyOf: whoeverIs('no'), cite },
    ]
    const answer = evaluate(routineChild(born), oneDose({ offers }), civil('2024-01-15'))
    expect(answer).toMatchObject({ status: 'unknown', needs: ['immunocompromised'], products: [] })
  })
})

describe('a day on which no product may be given', () => {
  const uses = (live: object, dead: object) => [
    { product: 'live', ageFrom: 'P0D', ...live },
    { product: 'dead', ageFrom: 'P0D', ...dead },
  ]
  const told = (set: ReturnType<typeof oneDose>, on: string, ...doses: readonly string[]) => {
    const { status, reasons } = evaluate(routineChild(born, ...doses), set, civil(on))
    const blocks = reasons.filter(({ effect }) => effect === 'blocks')
    return [status, blocks.map(({ rule }) => rule)]
  }

  test.each([
    ['the first day after the one', '2023-01-10'],
    ['a day between', '2023-06-01'],
    ['the last day before the other', '2024-01-09'],
  ])('between the ages of two products, the one that comes is told: %s', (_, on) => {
    const set = oneDose({ uses: uses({ ageBefore: 'P1Y' }, { ageFrom: 'P2Y' }) })
    expect(told(set, on)).toEqual(['tooYoung', ['product/dead']])
  })

  const other = '2024-01-05 other-live'
  test.each([
    ['after the last day of its age', 'P2Y', '2024-01-20'],
    ['on the day on which the distance ends', 'P2Y', '2024-02-02'],
    ['after the distance', 'P2Y', '2024-03-01'],
    ['before the end of an age that ends with the distance', 'P753D', '2024-01-20'],
  ])('a product whose distance outlasts its age does not come: %s', (_, ageBefore, on) => {
    const set = oneDose({ uses: uses({ ageBefore }, { ageFrom: 'P3Y' }) })
    expect(told(set, on, other)).toEqual(['tooYoung', ['product/dead']])
  })

  test('after the ages of both, both are told', () => {
    const set = oneDose({ uses: uses({ ageBefore: 'P1Y' }, { ageBefore: 'P18M' }) })
    expect(told(set, '2023-07-10')).toEqual(['tooOld', ['product/live', 'product/dead']])
  })
})
