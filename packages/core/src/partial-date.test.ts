import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDayNumber } from './civil-date.js'
import {
  earliestDay,
  exactDay,
  isPartialDate,
  latestDay,
  parsePartialDate,
  precisionOf,
} from './partial-date.js'
import { hasCode } from './sdk-error.js'

describe('parsePartialDate', () => {
  it.each([
    ['2016', 'year', '2016-01-01', '2016-12-31', undefined],
    ['2016-02', 'month', '2016-02-01', '2016-02-29', undefined],
    ['2015-02', 'month', '2015-02-01', '2015-02-28', undefined],
    ['2016-12', 'month', '2016-12-01', '2016-12-31', undefined],
    ['2016-02-29', 'day', '2016-02-29', '2016-02-29', '2016-02-29'],
  ])('%s is known to the %s, from %s to %s', (text, precision, earliest, latest, exact) => {
    const date = parsePartialDate(text)
    expect(precisionOf(date)).toBe(precision)
    expect(earliestDay(date)).toBe(earliest)
    expect(latestDay(date)).toBe(latest)
    expect(exactDay(date)).toBe(exact)
  })

  it.each([
    '',
    '16',
    '1599',
    '2601',
    '2016-13',
    '2016-00',
    '2016-2',
    '2015-02-29',
    '2016-',
    '2016-02-',
  ])('refuses %j', (text) => {
    let caught: unknown
    try {
      parsePartialDate(text)
    } catch (error) {
      caught = error
    }
    expect(hasCode(caught, 'parse.partial-date')).toBe(true)
  })

  it.each([[2016], [undefined], [null]])('%s is no partial date', (value) => {
    expect(isPartialDate(value)).toBe(false)
  })

  it('each day lies within its month, and each month within its year', () => {
    fc.assert(
      fc.property(fc.integer({ min: -135_000, max: 230_000 }), (number) => {
        const day = fromDayNumber(number)
        for (const length of [4, 7, 10]) {
          const date = parsePartialDate(day.slice(0, length))
          expect(earliestDay(date) <= day && day <= latestDay(date)).toBe(true)
        }
      }),
    )
  })
})
