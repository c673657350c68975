import { describe, expect, test } from 'vitest'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { evaluate } from './evaluate.js'
import { child, childrenOnly, civil } from './people.fixture.js'

describe('doses that were given', () => {
  type DoseRow = readonly [
    name: string,
    birth: string,
    doses: readonly string[],
    judged: readonly (readonly [validity: string, n: number | null, ...findings: string[]])[],
  ]
  const rows: readonly DoseRow[] = [
    [
      'after the day of assessment',
      '2014-03-02',
      ['2022-09-02 comirnaty-10'],
      [['invalid', null, 'afterAssessment']],
    ],
    ['before birth', '2014-03-02', ['2014-03-01 comirnaty-10'], [['invalid', null, 'beforeBirth']]],
    [
      'two on one day',
      '2014-03-02',
      ['2022-04-20 comirnaty-10', '2022-04-20 comirnaty-10'],
      [
        ['valid', 1],
        ['extra', null, 'sameDay'],
      ],
    ],
    [
      'two on one day, the better known counts',
      '2014-03-02',
      ['2022-04-20', '2022-04-20 comirnaty-10'],
      [
        ['extra', null, 'sameDay'],
        ['valid', 1],
      ],
    ],
    [
      'two on one day, the first not valid',
      '2017-01-01',
      ['2022-04-20 spikevax-50', '2022-04-20 brand:comirnaty'],
      [
        ['invalid', null, 'tooYoung'],
        ['valid', 1],
      ],
    ],
    ['no product', '2014-03-02', ['2022-04-20'], [['unknown', null, 'productMissing']]],
    [
      'a product that no policy knows',
      '2014-03-02',
      ['2022-04-20 other-5'],
      [['unknown', null, 'productUnknown']],
    ],
    [
      'before the campaign',
      '2014-03-02',
      ['2022-03-27 comirnaty-10'],
      [['unknown', null, 'noPolicy']],
    ],
    ['on the first day of the campaign', '2014-03-02', ['2022-03-28 comirnaty-10'], [['valid', 1]]],
    [
      'Spikevax before its approval',
      '2014-03-02',
      ['2022-03-30 spikevax-50'],
      [['unknown', null, 'productUnknown']],
    ],
    ['the brand alone', '2014-03-02', ['2022-04-20 brand:comirnaty'], [['valid', 1]]],
    [
      'the day before the fifth birthday',
      '2017-04-15',
      ['2022-04-14 comirnaty-10'],
      [['invalid', null, 'tooYoung']],
    ],
    ['the fifth birthday', '2017-04-15', ['2022-04-15 comirnaty-10'], [['valid', 1]]],
    [
      'Spikevax the day before the sixth birthday',
      '2016-04-15',
      ['2022-04-14 spikevax-50'],
      [['invalid', null, 'tooYoung']],
    ],
    ['Spikevax on the sixth birthday', '2016-04-15', ['2022-04-15 spikevax-50'], [['valid', 1]]],
    [
      'the strength of adults',
      '2014-03-02',
      ['2022-04-20 comirnaty-30'],
      [['valid', 1, 'offPlan']],
    ],
    ['at eighteen', '2004-04-20', ['2022-04-20 comirnaty-10'], [['invalid', null, 'tooOld']]],
    [
      'dose 2 a day early',
      '2014-03-02',
      ['2022-04-20 comirnaty-10', '2022-05-17 comirnaty-10'],
      [
        ['valid', 1],
        ['invalid', null, 'tooSoon'],
      ],
    ],
    [
      'dose 2 on its day',
      '2014-03-02',
      ['2022-05-18 comirnaty-10', '2022-04-20 comirnaty-10'],
      [
        ['valid', 2],
        ['valid', 1],
      ],
    ],
    [
      'another brand',
      '2014-03-02',
      ['2022-04-20 spikevax-50', '2022-05-18 comirnaty-10'],
      [
        ['valid', 1],
        ['invalid', null, 'otherBrand'],
      ],
    ],
    [
      'the third, 28 days after one that does not count',
      '2014-03-02',
      ['2022-04-20 spikevax-50', '2022-05-18 comirnaty-10', '2022-06-15 spikevax-50'],
      [
        ['valid', 1],
        ['invalid', null, 'otherBrand'],
        ['valid', 2],
      ],
    ],
    [
      'the third, 27 days after one that does not count',
      '2014-03-02',
      ['2022-04-20 spikevax-50', '2022-05-18 comirnaty-10', '2022-06-14 spikevax-50'],
      [
        ['valid', 1],
        ['invalid', null, 'otherBrand'],
        ['invalid', null, 'tooSoon'],
      ],
    ],
    [
      'one more than the course has',
      '2014-03-02',
      ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10', '2022-08-18 comirnaty-10'],
      [
        ['valid', 1],
        ['valid', 2],
        ['extra', null, 'courseFull'],
      ],
    ],
    [
      'a birthday that is not known',
      '2017',
      ['2022-04-20 comirnaty-10'],
      [['unknown', null, 'birthDate', 'tooYoung']],
    ],
    ['a year of birth that leaves no doubt', '2014', ['2022-04-20 comirnaty-10'], [['valid', 1]]],
  ]
  test.each(rows)('%s', (_, birth, doses, judged) => {
    const answer = evaluate(child(birth, doses), childrenOnly, civil('2022-09-01'))
    const found = answer.doses.map(({ validity, n, reasons }) => [
      validity,
      n,
      ...reasons.map((one) => one.finding),
    ])
    expect(found).toEqual(judged)
  })

  test('an unknown dose makes the answer unknown and asks for the product', () => {
    const answer = evaluate(child('2014-03-02', ['2022-04-20']), childrenOnly, civil('2022-06-01'))
    expect(answer).toMatchObject({ status: 'unknown', earliest: null, needs: ['doses[0].product'] })
  })

  test('a brand whose strengths differ at the age is not judged', () => {
    const set = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        products: one.products.map((product) =>
          product.id === 'comirnaty-30'
            ? { ...product, counts: { ...product.counts, ageFrom: 'P12Y' } }
            : product,
        ),
      })),
    )
    const answer = evaluate(
      child('2014-03-02', ['2022-04-20 brand:comirnaty']),
      set,
      civil('2022-06-01'),
    )
    expect(answer.doses[0]).toMatchObject({
      validity: 'unknown',
      reasons: [{ finding: 'strengthUnknown' }],
    })
    expect(answer.needs).toEqual(['doses[0].product'])
  })

  test('grace is forgiven in history and never planned', () => {
    const tolerant = definePolicySet(
      covid19Children5To11.map((one) => ({
        ...one,
        products: one.products.map((product) => ({
          ...product,
          counts: { ...product.counts, graceDays: 4 },
        })),
        series: one.series.map((series) => ({
          ...series,
          doses: series.doses.map((dose) => ({
            ...dose,
            intervals: (dose.intervals ?? []).map((interval) => ({ ...interval, graceDays: 4 })),
          })),
        })),
      })),
    )
    const judged = (birth: string, ...doses: string[]) =>
      evaluate(child(birth, doses), tolerant, civil('2022-09-01')).doses.map((one) => one.validity)
    expect(judged('2014-03-02', '2022-04-20 comirnaty-10', '2022-05-14 comirnaty-10')).toEqual([
      'valid',
      'validByGrace',
    ])
    expect(judged('2014-03-02', '2022-04-20 comirnaty-10', '2022-05-13 comirnaty-10')).toEqual([
      'valid',
      'invalid',
    ])
    expect(judged('2017-04-24', '2022-04-20 comirnaty-10')).toEqual(['validByGrace'])
    expect(judged('2017-04-25', '2022-04-20 comirnaty-10')).toEqual(['invalid'])
    const planned = evaluate(
      child('2014-03-02', ['2022-04-20 comirnaty-10']),
      tolerant,
      civil('2022-05-14'),
    )
    expect(planned).toMatchObject({ status: 'tooSoon', earliest: '2022-05-18' })
  })
})
