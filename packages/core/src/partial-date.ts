/** Partial dates: a birth date of which only the year, or the year and month, is known. */
import { type CivilDate, civilDate, daysInMonth, isCivilDate } from './civil-date.js'
import { partialDateErrors } from './errors/date-errors.js'
import { ParseError } from './sdk-error.js'

declare const partial: unique symbol

/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. It has no order: `2016` may be before or after `2016-04-01`. Compare
 * {@link earliestDay} and {@link latestDay}, and let what lies between be unknown.
 */
export type PartialDate = string & { readonly [partial]: true }

/** How much of a partial date is known. */
export type DatePrecision = 'year' | 'month' | 'day'

/** Whether a text is a year, a month or a day that exists. */
export function isPartialDate(text: unknown): text is PartialDate {
  if (typeof text !== 'string') return false
  if (text.length === 10) return isCivilDate(text)
  if (text.length === 4) return isCivilDate(`${text}-01-01`)
  return text.length === 7 && isCivilDate(`${text}-01`)
}

/**
 * The partial date of a text `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, in the years 1600 to 2600.
 *
 * @throws ParseError `parse.partial-date`
 * @example
 * ```ts
 * import { earliestDay, latestDay, parseCivilDate, parsePartialDate } from '@tiemchung/core'
 * const born = parsePartialDate('2016')
 * const on = parseCivilDate('2016-04-01')
 * const before = latestDay(born) < on // => false
 * const after = earliestDay(born) > on // => false: it is not known
 * ```
 */
export function parsePartialDate(text: string): PartialDate {
  if (!isPartialDate(text)) throw new ParseError(partialDateErrors, 'parse.partial-date')
  return text
}

/** How much of the date is known. */
export function precisionOf(date: PartialDate): DatePrecision {
  if (date.length === 4) return 'year'
  return date.length === 7 ? 'month' : 'day'
}

/** The first day that the date can mean: of `2016` the 1st of January. */
export function earliestDay(date: PartialDate): CivilDate {
  return civilDate(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7) || 1),
    Number(date.slice(8, 10) || 1),
  )
}

/** The last day that the date can mean: of `2016-02` the 29th. */
export function latestDay(date: PartialDate): CivilDate {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7) || 12)
  return civilDate(year, month, Number(date.slice(8, 10) || daysInMonth(year, month)))
}

/** The day, when all of it is known, else undefined. */
export function exactDay(date: PartialDate): CivilDate | undefined {
  return isCivilDate(date) ? (date as string as CivilDate) : undefined
}
