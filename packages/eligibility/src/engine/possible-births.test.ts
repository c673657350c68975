import { toDayNumber } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import type { SkipCondition } from '../policy/course.js'
import type { EligibilityPolicy, PolicyDose, PolicyProduct } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import { readSubject } from '../subject/read.js'
import { evaluate } from './evaluate.js'
import { bothBands, child, childrenOnly, civil } from './people.fixture.js'
import { possibleBirths } from './possible-births.js'
import { toDate } from './days.js'
import { routineChild, routinePolicy } from './routine.fixture.js'

/** Who was born in May 2010 turned twelve after the second dose and before the day that is judged. */
const who = (birthDate: string) =>
  child(birthDate, ['2022-03-28 comirnaty-10', '2022-05-04 spikevax-100'])
const on = civil('2022-05-31')
const birthsOf = (birthDate: string) =>
  possibleBirths(bothBands, readSubject(who(birthDate)), toDayNumber(on)).map(toDate)

describe('possibleBirths', () => {
  test('a whole date is the one day', () => {
    expect(birthsOf('2010-05-01')).toEqual(['2010-05-01'])
  })
  test('a year has both sides of every birthday that falls on a dose or on the day', () => {
    expect(birthsOf('2010')).toEqual([
      '2010-01-01',
      ...['2010-03-28', '2010-03-29', '2010-05-04', '2010-05-05', '2010-05-31', '2010-06-01'],
      '2010-12-31',
    ])
  })
  test('a month in which nobody changes age has its ends alone', () => {
    expect(birthsOf('2010-08')).toEqual(['2010-08-01', '2010-08-31'])
  })
})

describe('possibleBirths of a schedule of many ages', () => {
  const cite = ['test']
  const birthsBy = (dose: Partial<PolicyDose>, more: Partial<EligibilityPolicy> = {}) => {
    const doses = [{ n: 1, products: ['dead'], cite, ...dose }]
    const series = [{ id: 'course', name: { vi: 'x', en: 'x' }, doses }]
    const set = definePolicySet([{ ...routinePolicy, series, ...more }])
    const subject = readSubject(routineChild('2024'))
    return possibleBirths(set, subject, toDayNumber(civil('2024-09-15'))).map(toDate)
  }
  /** Always: the ends of the year, and both sides of being born. */
  const withEnds = (...days: readonly string[]) => [
    '2024-01-01',
    ...days,
    ...['2024-09-15', '2024-09-16', '2024-12-31'],
  ]
  const passedOver = (...allOf: readonly SkipCondition[]) => ({
    skipWhen: [{ for: 'plan', anyOf: [{ allOf }], cite } as const],
  })

  test('has both sides of an age of the dose, of its grace and of its end', () => {
    const ages = [{ from: 'P2M', before: 'P6M', graceDays: 4, cite }]
    const [end, age, grace] = [
      ['2024-03-15', '2024-03-16'],
      ['2024-07-15', '2024-07-16'],
      ['2024-07-19', '2024-07-20'],
    ] as const
    expect(birthsBy({ ages })).toEqual(withEnds(...end, ...age, ...grace))
  })

  test('and none of an end that a row does not have', () => {
    const ages = [{ from: 'P2M', graceDays: 0, cite }]
    expect(birthsBy({ ages })).toEqual(withEnds('2024-07-15', '2024-07-16'))
  })

  test('has both sides of the age at which a dose is passed over, whatever else is asked', () => {
    const conditions = [
      { sinceLast: { atLeast: 'P1M' } },
      { fact: 'immunocompromised', is: 'no' },
      { age: { from: 'P3M' } },
    ] as const
    expect(birthsBy(passedOver(...conditions))).toEqual(withEnds('2024-06-15', '2024-06-16'))
  })

  test('has both sides of the ages for which a product is planned', () => {
    const [live, dead] = routinePolicy.products as [PolicyProduct, PolicyProduct]
    const use = { ageFrom: 'P1M', ageBefore: 'P5M' }
    expect(birthsBy({}, { products: [live, { ...dead, use }] })).toEqual(
      withEnds('2024-04-15', '2024-04-16', '2024-08-15', '2024-08-16'),
    )
  })
})

describe('evaluate', () => {
  const answerOf = (birth: string) => evaluate(who(birth), bothBands, on)

  test('a dose that only one band knows spaces the next for every day of a year', () => {
    const births = ['2010-01-01', '2010-05-10', '2010-12-31']
    expect(births.map((birth) => answerOf(birth).status)).toEqual(['tooSoon', 'tooSoon', 'tooSoon'])
    expect(births.map((birth) => answerOf(birth).doses[1]?.validity)).toEqual([
      'invalid',
      'unknown',
      'unknown',
    ])
  })
  test('nothing is due whenever in the year it was: there is no earliest day', () => {
    const done = ['2022-04-20 comirnaty-10', '2022-05-18 comirnaty-10']
    const { status, uncertain } = evaluate(child('2014', done), childrenOnly, on)
    expect(status).toBe('complete')
    expect(uncertain).toEqual({
      birthDate: { from: '2014-01-01', to: '2014-12-31' },
      earliest: null,
    })
  })
  test('a dose is as uncertain as on any day of the year', () => {
    const { status, doses } = answerOf('2010')
    expect(status).toBe('tooSoon')
    expect(doses.map(({ validity }) => validity)).toEqual(['valid', 'unknown'])
  })
  test('the day after the wait, the day of birth is asked for', () => {
    const { status, needs } = evaluate(who('2010'), bothBands, civil('2022-06-01'))
    expect(status).toBe('unknown')
    expect(needs).toContain('birthDate')
  })
})
