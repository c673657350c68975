/** Dates as the template and Vietnamese papers write them, and as Excel keeps them. */
import { fromDayNumber, isCivilDate, isPartialDate, partsOf } from '@tiemchung/core'
import { type CellReading, refuse } from './reading.js'

const firstYear = 1900
const lastYear = 2100

const inRange = (date: string): boolean => {
  const year = Number(date.slice(0, 4))
  return year >= firstYear && year <= lastYear
}

const two = (part: string | number = ''): string => String(part).padStart(2, '0')

/** A day as it is typed: dd/mm/yyyy. */
function typed(date: string): string {
  return date.split('-').reverse().join('/')
}

/** Day, month and year; where only the other order makes a date, that is offered. */
function fromParts(day = '', month = '', year = ''): CellReading {
  const date = `${year}-${two(month)}-${two(day)}`
  if (isCivilDate(date)) return inRange(date) ? { value: date } : refuse('tabular.date-range')
  const other = `${year}-${two(day)}-${two(month)}`
  if (!isCivilDate(other) || !inRange(other)) return refuse('tabular.date')
  return refuse('tabular.date-month-first', {}, typed(other))
}

/**
 * dd/mm/yyyy, yyyy-mm-dd, mm/yyyy or yyyy. Years of two digits are refused: 15 may be 1915, and months
 * before days are offered in the right order, never turned silently.
 */
export function readDate(text: string): CellReading {
  const full = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})$/.exec(text)
  if (full !== null) return fromParts(full[1], full[2], full[3])
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text)) return refuse('tabular.date-two-digits')
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text)
  const date = month === null ? text : `${month[2]}-${two(month[1])}`
  if (!isPartialDate(date)) return refuse('tabular.date')
  return inRange(date) ? { value: date } : refuse('tabular.date-range')
}

/** As {@link readDate}, and the whole day must be known. */
export function readDay(text: string): CellReading {
  const reading = readDate(text)
  if (!('value' in reading) || isCivilDate(reading.value)) return reading
  return refuse('tabular.date-incomplete')
}

/** As {@link readDate}, and the month must be known: boxes of vaccine often say no more. */
export function readExpiry(text: string): CellReading {
  const reading = readDate(text)
  const isYear = 'value' in reading && reading.value?.length === 4
  return isYear ? refuse('tabular.date-incomplete') : reading
}

const dayLength = 86_400_000

/** A cell that Excel keeps as a date. */
export function fromDateCell(cell: Date): CellReading {
  const day = Math.floor(cell.getTime() / dayLength)
  // Days of the years from 1900 to 2100, so that the day number is one that exists.
  if (!(day >= -25_567 && day < 47_847)) return refuse('tabular.date-range')
  return { value: fromDayNumber(day) }
}

/** The day number of Excel's serial 0 for days since 01/03/1900 (it counts a 29/02/1900). */
const serialZero = -25_569

/**
 * A plain number in a date column: a year, or the serial number that Excel shows when the cell lost its
 * date format. The day of a serial is offered, not taken.
 */
export function fromDateNumber(value: number, kind: 'date' | 'day'): CellReading {
  if (!Number.isInteger(value)) return refuse('tabular.date')
  if (value >= firstYear && value <= lastYear) {
    return kind === 'date' ? { value: String(value) } : refuse('tabular.date-incomplete')
  }
  if (value < 10_000 || value > 73_000) return refuse('tabular.date')
  const { year, month, day } = partsOf(fromDayNumber(value + serialZero))
  return refuse('tabular.date-serial', {}, `${two(day)}/${two(month)}/${year}`)
}
