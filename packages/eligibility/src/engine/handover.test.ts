import { describe, expect, test } from 'vitest'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import { evaluate } from './evaluate.js'
import { allNo, bothBands, child, childrenOnly, civil } from './people.fixture.js'
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
      {
        ...{ status: 'complete', dose: null, handover: null, products: [] },
        ...{ earliest: null, recommended: null, overdueFrom: null, lastDay: null },
      },
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

  const screening = { ...allNo, anaphylaxisToVaccine: 'yes' } as const
  const allergic = { facts: { covid19Infection: { state: 'no' }, screening } } as const
  test.each([
    ['a day before twelve', '2022-05-09', null],
    ['twelve today', '2022-05-10', '2022-05-10'],
    ['twelve yesterday', '2022-05-11', '2022-05-10'],
  ])('who may be given no dose is handed over by the age alone: %s', (_, on, from) => {
    const answer = evaluate(child('2010-05-10', [], allergic), bothBands, civil(on))
    expect(answer.status).toBe('contraindicated')
    expect(answer.handover).toEqual(from === null ? null : { policy: adolescents, from })
  })

  test('a dose that is allowed from the day of twelve on is for the adolescents', () => {
    const answer = evaluate(
      child('2010-07-13', ['2022-06-15 comirnaty-10']),
      bothBands,
      civil('2022-06-20'),
    )
    expect(answer.earliest).toBe('2022-07-13')
    expect(answer.handover).toEqual({ policy: adolescents, from: '2022-07-13' })
  })

  test('a course that is complete is handed over to nobody', () => {
    const done = ['2022-03-28 comirnaty-10', '2022-04-25 comirnaty-10']
    const answer = evaluate(child('2010-05-10', done), childrenOnly, civil('2022-06-01'))
    expect(answer).toMatchObject({ status: 'complete', dose: null, handover: null })
  })

  const begun = ['2022-04-20 comirnaty-10']
  test.each([
    ['goes on in the policy in which it began', child('2014-05-10', begun), childrenOnly],
    ['can not go on', child('2010-05-10', begun, allergic), bothBands],
  ])('turning twelve is not noted on a course that %s', (_, who, set) => {
    const answer = evaluate(who, set, civil('2022-05-20'))
    expect(answer.course).not.toBe('notStarted')
    expect(reason(answer, 'age-transition')).toBeUndefined()
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
