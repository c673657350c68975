import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, parseCivilDate } from './civil-date.js'
import { hasCode } from './sdk-error.js'
import {
  civilDateAt,
  endOfDay,
  formatInstant,
  formatLocalTime,
  isInstant,
  parseInstant,
  startOfDay,
} from './vietnam-time.js'

describe('parseInstant', () => {
  it.each([
    ['Viet Nam', '2022-04-14T09:00:00+07:00', '2022-04-14T02:00:00.000Z'],
    ['UTC', '2022-04-14T02:00:00Z', '2022-04-14T02:00:00.000Z'],
    ['an offset to the west', '2022-04-13T22:30:00-03:30', '2022-04-14T02:00:00.000Z'],
    ['tenths', '2022-04-14T02:00:00.5Z', '2022-04-14T02:00:00.500Z'],
    ['microseconds, cut', '2022-04-14T02:00:00.123999Z', '2022-04-14T02:00:00.123Z'],
    ['29 February', '2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
    ['long ago', '1600-01-01T00:00:00Z', '1600-01-01T00:00:00.000Z'],
  ])('reads %s', (_, text, utc) => {
    expect(formatInstant(parseInstant(text))).toBe(utc)
    expect(isInstant(text)).toBe(true)
  })

  it.each([
    ['no offset', '2022-04-14T09:00:00'],
    ['a date', '2022-04-14'],
    ['a day that does not exist', '2022-02-30T09:00:00Z'],
    ['hour 24', '2022-04-14T24:00:00Z'],
    ['minute 60', '2022-04-14T09:60:00Z'],
    ['second 60', '2022-04-14T09:00:60Z'],
    ['a blank for the T', '2022-04-14 09:00:00Z'],
    ['small letters', '2022-04-14t09:00:00z'],
    ['an offset without a colon', '2022-04-14T09:00:00+0700'],
    ['an offset of 24 hours', '2022-04-14T09:00:00+24:00'],
    ['no seconds', '2022-04-14T09:00Z'],
    ['a point without digits', '2022-04-14T09:00:00.Z'],
    ['something behind', '2022-04-14T09:00:00Z '],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    let caught: unknown
    try {
      parseInstant(text)
    } catch (error) {
      caught = error
    }
    expect(hasCode(caught, 'parse.instant')).toBe(true)
    expect(isInstant(text)).toBe(false)
  })

  it('reads what formatInstant writes', () => {
    const between = { min: new Date('1600-01-01T00:00:00Z'), max: new Date('2600-12-31T23:59:59Z') }
    fc.assert(
      fc.property(fc.date({ ...between, noInvalidDate: true }), (instant) => {
        expect(parseInstant(formatInstant(instant))).toEqual(instant)
      }),
    )
  })
})

describe('formatInstant', () => {
  it.each([
    ['the first moment', '1600-01-01T00:00:00.000Z'],
    ['the last moment', '2600-12-31T23:59:59.999Z'],
  ])('writes %s of the years it knows', (_, utc) => {
    expect(formatInstant(new Date(utc))).toBe(utc)
  })

  it.each([
    ['the moment before', new Date('1599-12-31T23:59:59.999Z')],
    ['the moment after', new Date('2601-01-01T00:00:00.000Z')],
    ['no instant', new Date(Number.NaN)],
  ])('refuses %s', (_, instant) => {
    expect(() => formatInstant(instant)).toThrow(
      expect.objectContaining({ code: 'input.civil-date.range' }),
    )
  })
})

describe('civilDateAt', () => {
  it.each([
    ['the last moment of a day', '2022-04-14T16:59:59.999Z', '2022-04-14'],
    ['midnight', '2022-04-14T17:00:00.000Z', '2022-04-15'],
    ['noon in London', '2022-04-14T12:00:00Z', '2022-04-14'],
    ['new year', '2021-12-31T17:00:00Z', '2022-01-01'],
    ['before 1970', '1969-12-31T16:59:59.999Z', '1969-12-31'],
  ])('%s', (_, instant, day) => {
    expect(civilDateAt(parseInstant(instant))).toBe(day)
  })

  it('refuses no instant at all', () => {
    let caught: unknown
    try {
      civilDateAt(new Date(Number.NaN))
    } catch (error) {
      caught = error
    }
    expect(hasCode(caught, 'input.civil-date.range')).toBe(true)
  })

  it('agrees with the time zone database from 1976 to 2100', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
    const between = { min: new Date('1976-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z') }
    fc.assert(
      fc.property(fc.date({ ...between, noInvalidDate: true }), (instant) => {
        expect(civilDateAt(instant)).toBe(zone.format(instant))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('formatInstant and formatLocalTime', () => {
  it.each([
    ['no instant at all', new Date(Number.NaN)],
    ['before 1600', new Date('1599-12-30T00:00:00Z')],
    ['after 2600', new Date('2601-01-02T00:00:00Z')],
    ['a year of six digits', new Date(8.64e15)],
  ])('refuse %s', (_, instant) => {
    for (const format of [formatInstant, formatLocalTime]) {
      let caught: unknown
      try {
        format(instant)
      } catch (error) {
        caught = error
      }
      expect(hasCode(caught, 'input.civil-date.range')).toBe(true)
    }
  })
})

describe('startOfDay and endOfDay', () => {
  it('hold the whole day and nothing else', () => {
    const day = parseCivilDate('2022-04-14')
    expect(formatInstant(startOfDay(day))).toBe('2022-04-13T17:00:00.000Z')
    expect(endOfDay(day)).toEqual(startOfDay(addDays(day, 1)))
    expect(civilDateAt(startOfDay(day))).toBe(day)
    expect(civilDateAt(new Date(endOfDay(day).getTime() - 1))).toBe(day)
  })
})

describe('formatLocalTime', () => {
  it('writes day, month and year, and the time in Viet Nam', () => {
    expect(formatLocalTime(parseInstant('2022-04-14T23:30:00Z'))).toBe('15/04/2022 06:30')
  })
})
