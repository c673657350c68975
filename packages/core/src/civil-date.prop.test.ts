import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  compareCivilDates,
  daysBetween,
  fromDayNumber,
  isCivilDate,
  type MonthOverflow,
  partsOf,
} from './civil-date.js'

/** Days of 1700 to 2500, so that a century can be added to or taken from each. */
const dates = fc.integer({ min: -98_615, max: 193_900 }).map(fromDayNumber)
const rules = fc.constantFrom<MonthOverflow[]>('forward', 'clamp')

describe('civil dates', () => {
  it('what is added can be taken away', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -36_000, max: 36_000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it('sort as text', () => {
    fc.assert(
      fc.property(dates, dates, (left, right) => {
        expect(Math.sign(compareCivilDates(left, right))).toBe(
          -Math.sign(daysBetween(left, right)) + 0,
        )
      }),
    )
  })

  it('adding months keeps the day, or moves to the 1st (forward) or the last (clamp)', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -1200, max: 1200 }), rules, (date, months, rule) => {
        const later = addMonths(date, months, rule)
        const { year, month, day } = partsOf(date)
        const total = year * 12 + month - 1 + months
        const to = partsOf(later)
        const moved = to.year * 12 + to.month - 1 - total
        expect(isCivilDate(later)).toBe(true)
        if (to.day === day) expect(moved).toBe(0)
        else expect([moved, to.day]).toEqual(rule === 'forward' ? [1, 1] : [0, to.day])
        if (rule === 'clamp' && to.day !== day) expect(partsOf(addDays(later, 1)).day).toBe(1)
      }),
    )
  })

  it('adding more months never arrives earlier', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 600 }), rules, (date, months, rule) => {
        expect(addMonths(date, months + 1, rule) > addMonths(date, months, rule)).toBe(true)
      }),
    )
  })

  it('a later day never arrives earlier', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 600 }), rules, (date, months, rule) => {
        const next = addMonths(addDays(date, 1), months, rule)
        expect(next >= addMonths(date, months, rule)).toBe(true)
      }),
    )
  })

  it('a person is n from the day that addYears says', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 99 }), rules, (birth, years, rule) => {
        const birthday = addYears(birth, years, rule)
        expect(ageOn(birth, birthday, rule)).toBe(years)
        expect(ageOn(birth, addDays(birthday, -1), rule)).toBe(years - 1)
      }),
    )
  })
})
