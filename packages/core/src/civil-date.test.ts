import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  civilDate,
  compareCivilDates,
  dayNumberOf,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isCivilDate,
  isLeapYear,
  type MonthOverflow,
  parseCivilDate,
  partsOf,
  partsOfDayNumber,
  toDayNumber,
} from './civil-date.js'
import { hasCode, type SdkError } from './sdk-error.js'

function errorOf(run: () => unknown): SdkError | undefined {
  try {
    run()
  } catch (caught) {
    return caught as SdkError
  }
  return undefined
}

const day = parseCivilDate

describe('isLeapYear', () => {
  it.each([
    [1600, true],
    [1900, false],
    [2000, true],
    [2023, false],
    [2024, true],
    [2100, false],
  ])('%i: %s', (year, leap) => {
    expect(isLeapYear(year)).toBe(leap)
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28)
  })
})

describe('parseCivilDate', () => {
  it.each(['2022-04-14', '2024-02-29', '2000-02-29', '1600-01-01', '2600-12-31'])(
    'takes %s',
    (text) => {
      expect(parseCivilDate(text)).toBe(text)
      expect(isCivilDate(text)).toBe(true)
    },
  )

  it.each([
    ['30 February', '2022-02-30'],
    ['29 February in a common year', '2023-02-29'],
    ['31 April', '2022-04-31'],
    ['day nought', '2022-04-00'],
    ['month nought', '2022-00-14'],
    ['month thirteen', '2022-13-01'],
    ['the year before the first', '1599-12-31'],
    ['the year after the last', '2601-01-01'],
    ['a two-digit year', '22-04-14'],
    ['a day of one digit', '2022-4-14'],
    ['the Vietnamese order', '14/04/2022'],
    ['a time', '2022-04-14T00:00:00'],
    ['a blank', ' 2022-04-14'],
    ['a line break', '2022-04-14\n'],
    ['digits of another script', '٢٠٢٢-٠٤-١٤'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(
      hasCode(
        errorOf(() => parseCivilDate(text)),
        'parse.civil-date',
      ),
    ).toBe(true)
    expect(isCivilDate(text)).toBe(false)
  })

  it.each([[undefined], [null], [20220414], [new Date(0)]])('%s is no civil date', (value) => {
    expect(isCivilDate(value)).toBe(false)
  })
})

describe('civilDate', () => {
  it('writes the parts, and partsOf reads them', () => {
    expect(civilDate(2022, 4, 9)).toBe('2022-04-09')
    expect(partsOf(day('2022-04-09'))).toEqual({ year: 2022, month: 4, day: 9 })
  })

  it.each([
    [2022, 2, 29],
    [2022.5, 1, 1],
    [2022, 1.5, 1],
    [2022, 1, 1.5],
    [Number.NaN, 1, 1],
  ])('refuses %d, %d, %d', (year, month, dayOfMonth) => {
    const error = errorOf(() => civilDate(year, month, dayOfMonth))
    expect(hasCode(error, 'parse.civil-date')).toBe(true)
  })
})

describe('day numbers', () => {
  it('agree with Date.UTC on every day from 1600 to 2600', () => {
    const first = Date.UTC(1600, 0, 1) / 86_400_000
    const last = Date.UTC(2600, 11, 31) / 86_400_000
    let wrong = 0
    for (let number = first; number <= last; number += 1) {
      const text = new Date(number * 86_400_000).toISOString().slice(0, 10)
      const date = fromDayNumber(number)
      if (date !== text || toDayNumber(date) !== number) wrong += 1
    }
    expect(last - first).toBe(365_607)
    expect(wrong).toBe(0)
  })

  it('reach further than civil dates do', () => {
    expect(partsOfDayNumber(dayNumberOf(1, 1, 1))).toEqual({ year: 1, month: 1, day: 1 })
    expect(dayNumberOf(-400, 3, 1)).toBe(dayNumberOf(0, 3, 1) - 146_097)
  })

  it.each([
    ['the day before the first', toDayNumber(day('1600-01-01')) - 1],
    ['the day after the last', toDayNumber(day('2600-12-31')) + 1],
    ['half a day', 0.5],
    ['no number', Number.NaN],
    ['no end', Number.POSITIVE_INFINITY],
  ])('refuse %s', (_, number) => {
    expect(
      hasCode(
        errorOf(() => fromDayNumber(number)),
        'input.civil-date.range',
      ),
    ).toBe(true)
  })
})

describe('addDays and daysBetween', () => {
  it.each([
    ['2022-02-28', 1, '2022-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2022-01-01', -1, '2021-12-31'],
    ['2026-01-01', 42, '2026-02-12'],
    ['2022-04-14', 0, '2022-04-14'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to)
    expect(daysBetween(day(from), day(to))).toBe(days)
  })
})

describe('addMonths', () => {
  it.each<[string, string, number, MonthOverflow, string]>([
    ['CDSi: 31 January and a month', '2001-01-31', 1, 'forward', '2001-03-01'],
    ['CDSi: 31 July and two months', '2000-07-31', 2, 'forward', '2000-10-01'],
    ['CDSi: 30 November and three months', '2000-11-30', 3, 'forward', '2001-03-01'],
    ['into a leap February', '2023-11-30', 3, 'forward', '2024-03-01'],
    ['29 February exists', '2023-11-29', 3, 'forward', '2024-02-29'],
    ['no overflow', '2022-01-15', 1, 'forward', '2022-02-15'],
    ['over the year', '2022-12-31', 2, 'forward', '2023-03-01'],
    ['over the year in steps of twelve', '2022-12-31', 12, 'forward', '2023-12-31'],
    ['backwards', '2022-03-31', -1, 'forward', '2022-03-01'],
    ['backwards over the year', '2022-01-31', -2, 'forward', '2021-12-01'],
    ['nothing', '2022-01-31', 0, 'forward', '2022-01-31'],
    ['to the last day', '2001-01-31', 1, 'clamp', '2001-02-28'],
    ['to the last day of a leap February', '2024-01-31', 1, 'clamp', '2024-02-29'],
    ['no overflow to clamp', '2001-01-28', 1, 'clamp', '2001-02-28'],
    ['no overflow to reject', '2001-01-28', 1, 'reject', '2001-02-28'],
  ])('%s', (_, from, months, overflow, to) => {
    expect(addMonths(day(from), months, overflow)).toBe(to)
  })

  it('goes forward when nothing is said', () => {
    expect(addMonths(day('2001-01-31'), 1)).toBe('2001-03-01')
  })

  it.each<[string, string, number, MonthOverflow, string]>([
    ['a day that does not exist', '2001-01-31', 1, 'reject', 'input.civil-date.no-such-day'],
    ['the end of time', '2600-12-31', 1, 'forward', 'input.civil-date.range'],
    ['the beginning', '1600-01-01', -1, 'clamp', 'input.civil-date.range'],
    ['before all years', '1600-01-31', -30_000, 'forward', 'input.civil-date.range'],
    ['half a month', '2022-01-01', 0.5, 'forward', 'input.civil-date.range'],
    ['no number', '2022-01-31', Number.NaN, 'forward', 'input.civil-date.range'],
  ])('refuses %s', (_, from, months, overflow, code) => {
    expect(
      hasCode(
        errorOf(() => addMonths(day(from), months, overflow)),
        code,
      ),
    ).toBe(true)
  })
})

describe('addYears', () => {
  it.each<[string, number, MonthOverflow, string]>([
    ['2016-02-29', 4, 'forward', '2020-02-29'],
    ['2016-02-29', 5, 'forward', '2021-03-01'],
    ['2016-02-29', 5, 'clamp', '2021-02-28'],
    ['2016-12-31', -1, 'forward', '2015-12-31'],
  ])('%s and %i years, %s, is %s', (from, years, overflow, to) => {
    expect(addYears(day(from), years, overflow)).toBe(to)
  })

  it('goes forward when nothing is said', () => {
    expect(addYears(day('2016-02-29'), 1)).toBe('2017-03-01')
  })
})

describe('compareCivilDates', () => {
  it.each([
    ['2021-12-31', '2022-01-01', -1],
    ['2022-01-01', '2022-01-01', 0],
    ['2022-10-01', '2022-09-30', 1],
  ])('%s and %s', (left, right, order) => {
    expect(compareCivilDates(day(left), day(right))).toBe(order)
  })
})

describe('ageOn', () => {
  it.each<[string, string, string, MonthOverflow, number]>([
    ['the day before the fifth birthday', '2017-04-14', '2022-04-13', 'forward', 4],
    ['the fifth birthday', '2017-04-14', '2022-04-14', 'forward', 5],
    ['born on 29 February, on 28 February', '2016-02-29', '2021-02-28', 'forward', 4],
    ['born on 29 February, on 1 March', '2016-02-29', '2021-03-01', 'forward', 5],
    ['born on 29 February, on 28 February, clamped', '2016-02-29', '2021-02-28', 'clamp', 5],
    ['the day of birth', '2017-04-14', '2017-04-14', 'forward', 0],
    ['before birth', '2017-04-14', '2017-04-13', 'forward', -1],
  ])('%s', (_, birth, on, overflow, age) => {
    expect(ageOn(day(birth), day(on), overflow)).toBe(age)
  })

  it('goes forward when nothing is said', () => {
    expect(ageOn(day('2016-02-29'), day('2021-02-28'))).toBe(4)
  })

  it('refuses a birthday that does not exist, when told to reject', () => {
    const error = errorOf(() => ageOn(day('2016-02-29'), day('2021-06-01'), 'reject'))
    expect(hasCode(error, 'input.civil-date.no-such-day')).toBe(true)
  })
})
