import { addDays, addMonths, type CivilDate, type MonthOverflow } from './civil-date.js'
import { durationErrors } from './errors/date-errors.js'
import { ParseError } from './sdk-error.js'

/** A length of time in calendar units: months (years included), then days (weeks included). */
export interface Duration {
  readonly months: number
  readonly days: number
}

const pattern = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/

/**
 * The duration of an ISO 8601 text with a date part only: `P5Y`, `P3M`, `P28D`, `P4W`, `P7Y28D`. Times,
 * signs and fractions are refused.
 *
 * @throws ParseError `parse.duration`
 */
export function parseDuration(text: string): Duration {
  const match = pattern.exec(text)
  if (match === null) throw new ParseError(durationErrors, 'parse.duration')
  const count = (part: string | undefined) => Number(part ?? 0)
  const [, years, months, weeks, days] = match
  return { months: count(years) * 12 + count(months), days: count(weeks) * 7 + count(days) }
}

/**
 * The day a duration after another: months first, then days, as CDSi CALCDT-1 to 3 order them. Default
 * overflow `forward`.
 *
 * @throws InputError `input.civil-date.range`, `input.civil-date.no-such-day`
 * @example
 * ```ts
 * import { addDuration, parseCivilDate, parseDuration } from '@tiemchung/core'
 * addDuration(parseCivilDate('2021-11-30'), parseDuration('P3M')) // => '2022-03-01'
 * ```
 */
export function addDuration(
  date: CivilDate,
  duration: Duration,
  overflow: MonthOverflow = 'forward',
): CivilDate {
  return addDays(addMonths(date, duration.months, overflow), duration.days)
}
