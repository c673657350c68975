/**
 * Civil dates: days of the Gregorian calendar as people in Viet Nam count them, without time or zone.
 *
 * Integers only; `Date` is never used. The day number counts from 1970-01-01.
 */
import { civilDateErrors } from './errors/date-errors.js'
import { InputError, ParseError } from './sdk-error.js'

declare const civil: unique symbol

/** A day, written `YYYY-MM-DD`, between 1600-01-01 and 2600-12-31. Sorts as text. */
export type CivilDate = string & { readonly [civil]: true }

/**
 * What happens when adding months lands on a day that does not exist (31 January + 1 month).
 *
 * `forward`: the first of the next month, as CDSi (CALCDT-5) does. `clamp`: the last day of the month,
 * as date libraries do. `reject`: an error.
 */
export type MonthOverflow = 'forward' | 'clamp' | 'reject'

/** The parts of a day. Months and days count from 1. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const firstYear = 1600
const lastYear = 2600
const dash = 45
const zero = 48

/** Whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The number of days of a month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function exists({ year, month, day }: DateParts): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(day) &&
    year >= firstYear &&
    year <= lastYear &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  )
}

/** Months and days as two digits. */
const two: readonly string[] = /* @__PURE__ */ Array.from({ length: 32 }, (_, value) =>
  `${value}`.padStart(2, '0'),
)

function write({ year, month, day }: DateParts): CivilDate {
  return `${year}-${two[month]}-${two[day]}` as CivilDate
}

/** The number that the digits from `start` to `end` write; NaN where one of them is no digit. */
function digits(text: string, start: number, end: number): number {
  let value = 0
  for (let place = start; place < end; place++) {
    const digit = text.charCodeAt(place) - zero
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function checked(parts: DateParts): CivilDate {
  if (!exists(parts)) throw new InputError(civilDateErrors, 'input.civil-date.range')
  return write(parts)
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isCivilDate(text: unknown): text is CivilDate {
  if (typeof text !== 'string') return false
  if (text.length !== 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return false
  return exists(partsOf(text as CivilDate))
}

/**
 * Reads `YYYY-MM-DD`. Refuses 30 February, two-digit years, times and blanks.
 *
 * @throws ParseError `parse.civil-date`
 * @example
 * ```ts
 * import { addMonths, ageOn, parseCivilDate } from '@tiemchung/core'
 * const born = parseCivilDate('2016-02-29')
 * ageOn(born, parseCivilDate('2021-02-28')) // => 4
 * addMonths(parseCivilDate('2021-11-30'), 3) // => '2022-03-01', by the forward rule
 * ```
 */
export function parseCivilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new ParseError(civilDateErrors, 'parse.civil-date')
  return text
}

/**
 * The day of these parts; months and days count from 1.
 *
 * @throws ParseError `parse.civil-date` when there is no such day
 */
export function civilDate(year: number, month: number, day: number): CivilDate {
  const parts = { year, month, day }
  if (!exists(parts)) throw new ParseError(civilDateErrors, 'parse.civil-date')
  return write(parts)
}

/** Year, month and day of a date. */
export function partsOf(date: CivilDate): DateParts {
  return { year: digits(date, 0, 4), month: digits(date, 5, 7), day: digits(date, 8, 10) }
}

/** Days since 1970-01-01, negative before. */
export function toDayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date)
  return dayNumberOf(year, month, day)
}

/** Days since 1970-01-01 of a day that is known to exist; it does not look. For dates use `toDayNumber`. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Year, month and day of a whole day number, also beyond the years of a civil date. */
export function partsOfDayNumber(dayNumber: number): DateParts {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

const firstDay = /* @__PURE__ */ dayNumberOf(firstYear, 1, 1)
const lastDay = /* @__PURE__ */ dayNumberOf(lastYear, 12, 31)

/**
 * Refuses the day numbers that {@link fromDayNumber} refuses, without making a date of the others.
 *
 * @throws InputError `input.civil-date.range`
 */
export function checkDayNumber(dayNumber: number): void {
  if (Number.isInteger(dayNumber) && dayNumber >= firstDay && dayNumber <= lastDay) return
  throw new InputError(civilDateErrors, 'input.civil-date.range')
}

/**
 * The date of a day number.
 *
 * @throws InputError `input.civil-date.range`
 */
export function fromDayNumber(dayNumber: number): CivilDate {
  return checked(partsOfDayNumber(dayNumber))
}

/**
 * A day some days later, or earlier when negative.
 *
 * @throws InputError `input.civil-date.range`
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(date) + days)
}

/**
 * A day some whole months later, earlier when negative: the same day of the month, or what the overflow
 * rule says where that day does not exist. Default `forward` (CDSi CALCDT-5).
 *
 * @throws InputError `input.civil-date.range`, `input.civil-date.no-such-day`
 * @example
 * ```ts
 * import { addMonths, parseCivilDate } from '@tiemchung/core'
 * const day = parseCivilDate('2022-01-31')
 * addMonths(day, 1) // => '2022-03-01'
 * addMonths(day, 1, 'clamp') // => '2022-02-28'
 * ```
 */
export function addMonths(
  date: CivilDate,
  months: number,
  overflow: MonthOverflow = 'forward',
): CivilDate {
  const { year, month, day } = partsOf(date)
  const total = year * 12 + (month - 1) + months
  const target = { year: Math.floor(total / 12), month: (total % 12) + 1 }
  if (day <= daysInMonth(target.year, target.month)) return checked({ ...target, day })
  if (overflow === 'reject') throw new InputError(civilDateErrors, 'input.civil-date.no-such-day')
  if (overflow === 'clamp') {
    return checked({ ...target, day: daysInMonth(target.year, target.month) })
  }
  // December has 31 days, so the next month is of the same year.
  return checked({ year: target.year, month: target.month + 1, day: 1 })
}

/**
 * A day some whole years later, by the same rule as {@link addMonths}: 29 February is 1 March in years
 * without it, unless the policy says otherwise.
 *
 * @throws InputError `input.civil-date.range`, `input.civil-date.no-such-day`
 */
export function addYears(
  date: CivilDate,
  years: number,
  overflow: MonthOverflow = 'forward',
): CivilDate {
  return addMonths(date, years * 12, overflow)
}

/** Days from one date to another, negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** Order of two dates, for `sort`: negative, zero or positive. Dates may also be compared as texts. */
export function compareCivilDates(left: CivilDate, right: CivilDate): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * Completed years of age on a day, defined by the birthday date: a person is `n` from
 * `addYears(birth, n, overflow)` on. Negative before birth. Default `forward`. It does not say whether
 * such a birth date is plausible.
 *
 * @throws InputError `input.civil-date.no-such-day` when the overflow rule is `reject` and the birthday
 *   does not exist in that year
 */
export function ageOn(
  birth: CivilDate,
  on: CivilDate,
  overflow: MonthOverflow = 'forward',
): number {
  const years = partsOf(on).year - partsOf(birth).year
  return on < addYears(birth, years, overflow) ? years - 1 : years
}
