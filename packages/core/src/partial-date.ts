/** Partial dates: a birth date of which only the year, or the year and month, is known. */
import { type CivilDate, civilDate, daysInMonth, isCivilDate } from './civil-date.js'
import { errorCatalogue } from './errors.js'
import { ParseError } from './sdk-error.js'

declare const partial: unique symbol

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string & { readonly [partial]: true }

/** How much of a partial date is known. */
export type DatePrecision = 'year' | 'month' | 'day'

/** Whether a text is a year, a month or a day that exists. */
export function isPartialDate(text: unknown): text is PartialDate {
  if (typeof text !== 'string') return false
  if (/^\d{4}$/.test(text)) return isCivilDate(`${text}-01-01`)
  if (/^\d{4}-\d{2}$/.test(text)) return isCivilDate(`${text}-01`)
  return isCivilDate(text)
}

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 *
 * @throws ParseError `parse.partial-date`
 */
export function parsePartialDate(text: string): PartialDate {
  if (!isPartialDate(text)) throw new ParseError(errorCatalogue, 'parse.partial-date')
  return text
}

/** How much of the date is known. */
export function precisionOf(date: PartialDate): DatePrecision {
  if (date.length === 4) return 'year'
  return date.length === 7 ? 'month' : 'day'
}

/** The first day that the date can mean. */
export function earliestDay(date: PartialDate): CivilDate {
  return civilDate(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7) || 1),
    Number(date.slice(8, 10) || 1),
  )
}

/** The last day that the date can mean. */
export function latestDay(date: PartialDate): CivilDate {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7) || 12)
  return civilDate(year, month, Number(date.slice(8, 10) || daysInMonth(year, month)))
}

/** The day, when all of it is known. */
export function exactDay(date: PartialDate): CivilDate | undefined {
  return isCivilDate(date) ? (date as string as CivilDate) : undefined
}
