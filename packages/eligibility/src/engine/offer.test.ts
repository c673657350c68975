import { describe, expect, test } from 'vitest'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Adults18 } from '../policies/covid19-adults-18.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { evaluate } from './evaluate.js'
import { child, childrenOnly, civil } from './people.fixture.js'
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
