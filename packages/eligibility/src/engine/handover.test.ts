import { describe, expect, test } from 'vitest'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import { evaluate } from './evaluate.js'
import { bothBands, child, civil } from './people.fixture.js'
import { adolescents, checkAll, reason, type Row } from './rows.fixture.js'

describe('the dispatches: both age bands', () => {
  const rows: readonly Row[] = [
    [
      'a product that was not known on its day spaces the next dose by its name, 28 days and not 21',
      child('2010-03-30', ['2022-03-28 comirnaty-10', '2022-03-29 spikevax-100']),
      '2022-04-25',
      { status: 'tooSoon', earliest: null, needs: ['doses[1].product'] },
    ],
    [
      'a sixth-grader who is twelve already',
      child('2010-04-14'),
      '2022-04-14',
      {
        status: 'eligible',
        policy: { id: adolescents, version: '2021-10-14.1' },
        handover: { policy: adolescents, from: civil('2022-04-14') },
      },
    ],
    [
      'twelve between the doses',
      child('2010-05-10', ['2022-04-20 comirnaty-10']),
      '2022-05-18',
      { status: 'eligible', dose: 2, earliest: civil('2022-05-18') },
    ],
    [
      'dose 2 after 21 days of Comirnaty 30',
      child('2009-05-10', ['2022-04-20 comirnaty-30']),
      '2022-05-11',
      { status: 'eligible', dose: 2, earliest: civil('2022-05-11') },
    ],
    [
      'dose 2 after 20 days of Comirnaty 30',
      child('2009-05-10', ['2022-04-20 comirnaty-30']),
      '2022-05-10',
      { status: 'tooSoon', earliest: civil('2022-05-11') },
    ],
    [
      'two doses before a third was ordered',
      child('2009-05-10', ['2022-01-10 comirnaty-30', '2022-01-31 comirnaty-30']),
      '2022-06-16',
      { status: 'complete' },
    ],
    [
      'third dose five months after 31 January',
      child('2009-05-10', ['2022-01-10 comirnaty-30', '2022-01-31 comirnaty-30']),
      '2022-06-30',
      { status: 'tooSoon', dose: 3, series: 'booster', earliest: civil('2022-07-01') },
    ],
    [
      'both doses as a child, not yet twelve',
      child('2010-08-01', ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10']),
      '2022-07-31',
      { status: 'complete', handover: null },
    ],
    [
      'both doses as a child, twelve today',
      child('2010-08-01', ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10']),
      '2022-08-01',
      { status: 'tooSoon', dose: 3, earliest: civil('2022-10-18') },
    ],
    [
      'a year of birth on both sides of twelve: which strength is not known',
      child('2010'),
      '2022-04-14',
      { status: 'unknown', needs: ['birthDate'] },
    ],
  ]
  checkAll(rows, bothBands)

  test('turning twelve between doses: 30 micrograms by the age on the day, with a review', () => {
    const who = child('2010-05-10', ['2022-04-20 comirnaty-10'])
    const answer = evaluate(who, bothBands, civil('2022-05-01'))
    expect(answer.products.map((one) => one.id)).toEqual(['comirnaty-30'])
    expect(answer.handover).toEqual({ policy: adolescents, from: '2022-05-10' })
    expect(reason(answer, 'age-transition')?.assumes.map((one) => one.id)).toEqual(['turning-12'])
    expect(answer.nextChange).toMatchObject({ on: '2022-05-10', because: { rule: 'age' } })
  })

  test('Spikevax at twelve is offered for review only', () => {
    const who = child('2010-05-10', ['2022-04-05 spikevax-50'])
    const answer = evaluate(who, bothBands, civil('2022-05-18'))
    expect(answer.products).toMatchObject([
      { id: 'spikevax-100', preferred: false, volumeMl: '0.5' },
    ])
    expect(reason(answer, 'product/spikevax-100/review')).toMatchObject({ effect: 'informs' })
  })

  test('asked for the adolescents, a child of eleven is too young', () => {
    const set = definePolicySet(covid19Adolescents12To17)
    expect(evaluate(child('2010-04-15'), set, civil('2022-04-14'))).toMatchObject({
      status: 'tooYoung',
      earliest: '2022-04-15',
      handover: null,
    })
  })

  test.each([
    ['the policy asks for no review', { review: false }],
    ['the policy names no neighbour', undefined],
  ])('turning twelve is not noted when %s', (_, change) => {
    const children = covid19Children5To11.map(({ ageTransition, ...one }) =>
      ageTransition === undefined || change === undefined
        ? one
        : { ...one, ageTransition: { ...ageTransition, ...change } },
    )
    const set = definePolicySet([...children, ...covid19Adolescents12To17])
    const who = child('2010-05-10', ['2022-04-20 comirnaty-10'])
    const answer = evaluate(who, set, civil('2022-05-01'))
    expect(answer).toMatchObject({ status: 'tooSoon', earliest: '2022-05-18' })
    expect(reason(answer, 'age-transition')).toBeUndefined()
    expect(answer.handover === null).toBe(change === undefined)
  })
})
