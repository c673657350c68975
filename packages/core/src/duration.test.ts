import { describe, expect, it } from 'vitest'
import { type MonthOverflow, parseCivilDate } from './civil-date.js'
import { addDuration, parseDuration } from './duration.js'
import { hasCode } from './sdk-error.js'

describe('parseDuration', () => {
  it.each([
    ['P5Y', 60, 0],
    ['P3M', 3, 0],
    ['P28D', 0, 28],
    ['P4W', 0, 28],
    ['P7Y28D', 84, 28],
    ['P1Y2M3W4D', 14, 25],
    ['P0D', 0, 0],
  ])('%s is %i months and %i days', (text, months, days) => {
    expect(parseDuration(text)).toEqual({ months, days })
  })

  it.each([
    '',
    'P',
    '5Y',
    'P5',
    'P-5Y',
    'P1.5Y',
    'PT5H',
    'P1DT1H',
    'P1D1Y',
    'p5y',
    'P5Y ',
    'P1000Y',
  ])('refuses %j', (text) => {
    let caught: unknown
    try {
      parseDuration(text)
    } catch (error) {
      caught = error
    }
    expect(hasCode(caught, 'parse.duration')).toBe(true)
  })
})

describe('addDuration', () => {
  it.each<[string, string, MonthOverflow, string]>([
    ['2001-01-31', 'P1M', 'forward', '2001-03-01'],
    ['2001-01-31', 'P1M1D', 'forward', '2001-03-02'],
    ['2001-01-31', 'P1M1D', 'clamp', '2001-03-01'],
    ['2016-02-29', 'P5Y', 'clamp', '2021-02-28'],
    ['2022-04-14', 'P4W', 'reject', '2022-05-12'],
  ])('%s and %s, %s, is %s: months first, then days', (from, text, overflow, to) => {
    expect(addDuration(parseCivilDate(from), parseDuration(text), overflow)).toBe(to)
  })

  it('goes forward when nothing is said', () => {
    expect(addDuration(parseCivilDate('2001-01-31'), parseDuration('P1M'))).toBe('2001-03-01')
  })
})
