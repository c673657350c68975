/** One cell into one value, or why not. Nothing is guessed: what may have been meant is offered. */
import {
  type CivilDate,
  dayNumberOf,
  fromDayNumber,
  isCivilDate,
  isPartialDate,
  type PartialDate,
} from '@tiemchung/core'
import type { CellKind } from './layout.js'

/** What spreadsheets give. A date cell comes as the midnight, UTC, of its day. */
export type CellValue = string | number | boolean | Date | null

/** A value, nothing, or a refusal with its code and what may have been meant. */
export type CellReading =
  | { readonly value: string | undefined }
  | { readonly refused: string; readonly suggestion?: string }

const longest = 2000
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/

const none: CellReading = { value: undefined }
const refuse = (refused: string, suggestion?: string): CellReading =>
  suggestion === undefined ? { refused } : { refused, suggestion }

function fromDateCell(date: Date): CellReading {
  const day = fromDayNumber(
    dayNumberOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()),
  )
  return { value: day }
}

/** dd/mm/yyyy, yyyy-mm-dd, mm/yyyy or yyyy, as the template and Vietnamese papers write them. */
function readDate(text: string): CellReading {
  const full = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const two = (part = '') => part.padStart(2, '0')
  if (full !== null) {
    const date = `${full[3]}-${two(full[2])}-${two(full[1])}`
    return isCivilDate(date) ? { value: date } : refuse('tabular.date')
  }
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text)
  const date = month === null ? text : `${month[2]}-${two(month[1])}`
  return isPartialDate(date) ? { value: date } : refuse('tabular.date')
}

const sexes: Readonly<Record<string, string>> = {
  '0': 'male',
  nam: 'male',
  '1': 'female',
  nữ: 'female',
}

const answers: Readonly<Record<string, string>> = {
  có: 'yes',
  yes: 'yes',
  x: 'yes',
  không: 'no',
  no: 'no',
}

function fromTable(
  table: Readonly<Record<string, string>>,
  text: string,
  code: string,
): CellReading {
  const value = table[text.toLowerCase()]
  return value === undefined ? refuse(code) : { value }
}

/** Digits of a fixed length; fewer of them are what Excel leaves of a number that began with zero. */
function readCode(text: string, length: number): CellReading {
  if (!/^\d+$/.test(text) || text.length > length) return refuse('tabular.code')
  return text.length === length
    ? { value: text }
    : refuse('tabular.lost-zero', text.padStart(length, '0'))
}

function readPhone(text: string): CellReading {
  const digits = text.replace(/[\s.-]/g, '')
  if (/^(0\d{9,10}|\+\d{8,15})$/.test(digits)) return { value: digits }
  return /^[1-9]\d{8}$/.test(digits)
    ? refuse('tabular.lost-zero', `0${digits}`)
    : refuse('tabular.phone')
}

/**
 * 8, 9 or 12 digits. Personal numbers begin with 0, so ten or eleven digits that begin with another one
 * are what Excel leaves of them. Anything else is kept as malformed by whoever reads the row.
 */
function readIdentityNumber(text: string): CellReading {
  const bare = text.replace(/\s/g, '')
  if (/^(\d{8}|\d{9}|\d{12})$/.test(bare)) return { value: bare }
  return /^[1-9]\d{9,10}$/.test(bare)
    ? refuse('tabular.lost-zero', bare.padStart(12, '0'))
    : refuse('tabular.identity-number')
}

const readers: Readonly<Record<CellKind, (text: string) => CellReading>> = {
  text: (text) => ({ value: text }),
  name: (text) => (/\d/.test(text) ? refuse('tabular.name') : { value: text.replace(/\s+/g, ' ') }),
  date: readDate,
  sex: (text) => fromTable(sexes, text, 'tabular.sex'),
  phone: readPhone,
  'identity-number': readIdentityNumber,
  'code-2': (text) => readCode(text, 2),
  'code-3': (text) => readCode(text, 3),
  'code-5': (text) => readCode(text, 5),
  integer: (text) => (/^\d{1,6}$/.test(text) ? { value: text } : refuse('tabular.integer')),
  'yes-no': (text) => fromTable(answers, text, 'tabular.yes-no'),
  product: (text) => ({ value: text }),
  ignored: () => none,
}

function numberAsText(value: number): string {
  return Number.isInteger(value) ? value.toFixed(0) : String(value)
}

/** Reads a cell as its column's kind. Empty cells are nothing. */
export function readCell(value: CellValue, kind: CellKind): CellReading {
  if (kind === 'ignored' || value === null || value === '') return none
  if (value instanceof Date) return kind === 'date' ? fromDateCell(value) : refuse('tabular.type')
  if (typeof value === 'boolean') return refuse('tabular.type')
  if (typeof value === 'number') {
    const year = kind === 'date' && (value < 1900 || value > 2100 || !Number.isInteger(value))
    return year ? refuse('tabular.date') : readers[kind](numberAsText(value))
  }
  if (value.length > longest) return refuse('tabular.too-long')
  const text = value.normalize('NFC').trim()
  if (text === '') return none
  return control.test(text) ? refuse('tabular.control') : readers[kind](text)
}

/** A date that must be a whole day. */
export function wholeDay(date: string | undefined): CivilDate | undefined {
  return isCivilDate(date) ? date : undefined
}

/** A date that may be a year or a month. */
export function partialDay(date: string | undefined): PartialDate | undefined {
  return isPartialDate(date) ? date : undefined
}
