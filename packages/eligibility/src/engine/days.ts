/** Days as integers, with both ends of time, so that no rule can run over the edge of the calendar. */
import {
  type CivilDate,
  type DateParts,
  type Duration,
  dayNumberOf,
  daysInMonth,
  fromDayNumber,
  partsOfDayNumber,
} from '@tiemchung/core'

/** A day number; `-Infinity` and `Infinity` stand for always and for never. */
export type Day = number

const firstDay = dayNumberOf(1600, 1, 1)
const lastDay = dayNumberOf(2600, 12, 31)

/** How a policy counts. */
export interface Calendar {
  readonly monthOverflow: 'forward' | 'clamp'
  readonly firstDay: 'same' | 'next'
}

/** The day a duration after another: months first, then days. Past 2600 it is never. */
export function addToDay(day: Day, duration: Duration, overflow: Calendar['monthOverflow']): Day {
  const month = duration.months === 0 ? day : addMonthsToDay(day, duration.months, overflow)
  const result = month + duration.days
  return result > lastDay ? Number.POSITIVE_INFINITY : result
}

/** The parts of the day that was asked last: one person's ages are counted from one birth. */
let latest = { from: 0, parts: /* @__PURE__ */ partsOfDayNumber(0) }

function partsAgain(from: Day): DateParts {
  if (latest.from !== from) latest = { from, parts: partsOfDayNumber(from) }
  return latest.parts
}

function addMonthsToDay(from: Day, months: number, overflow: Calendar['monthOverflow']): Day {
  const { year, month, day } = partsAgain(from)
  const total = year * 12 + month - 1 + months
  const target = { year: Math.floor(total / 12), month: (total % 12) + 1 }
  const length = daysInMonth(target.year, target.month)
  const missing = day > length
  const monthStart = dayNumberOf(target.year, target.month, 1)
  if (!missing) return monthStart + day - 1
  return overflow === 'forward' ? monthStart + length : monthStart + length - 1
}

/**
 * The first day after a length of time since an event. Civil Code 2015, article 147 does not count the
 * day of the event: with `firstDay: next`, periods in months end a day later. Days are counted plainly.
 */
export function addToEvent(day: Day, duration: Duration, calendar: Calendar): Day {
  const end = addToDay(day, duration, calendar.monthOverflow)
  return duration.months > 0 && calendar.firstDay === 'next' ? end + 1 : end
}

/** Texts of days that were written lately, each in the place of its last twelve bits. */
const writtenDays = /* @__PURE__ */ new Float64Array(4096).fill(Number.NaN)
const written: CivilDate[] = []

/** A day number that is known to be a day. */
export function toDate(day: Day): CivilDate {
  const place = day & 4095
  if (writtenDays[place] === day) return written[place] as CivilDate
  const text = fromDayNumber(Math.min(Math.max(day, firstDay), lastDay))
  writtenDays[place] = day
  written[place] = text
  return text
}

/** The last day of a stretch that ends before `end`; null when it never ends. */
export function toLastDate(end: Day): CivilDate | null {
  return Number.isFinite(end) ? toDate(end - 1) : null
}
