/** One cell into one value, or why not. Nothing is guessed: what may have been meant is offered. */
import {
  type CivilDate,
  legacyEncodingOf,
  legacyEncodingOfLatin,
  type PartialDate,
} from '@tiemchung/core'
import { fromDateCell, fromDateNumber, readDate, readDay, readExpiry } from './cell/date.js'
import { readName } from './cell/name.js'
import {
  readCode,
  readFacilityCode,
  readHealthInsurance,
  readIdentityNumber,
  readInteger,
  readPassport,
  readPhone,
  readPriorityGroup,
  readVolume,
} from './cell/number.js'
import { type CellReading, refuse } from './cell/reading.js'
import {
  readAnswer,
  readCountry,
  readNoNumberReason,
  readRelationship,
  readSex,
} from './cell/word.js'
import type { CellKind } from './layout.js'

/** What spreadsheets give. A date cell comes as the midnight, UTC, of its day. */
export type CellValue = string | number | boolean | Date | null

/** No cell of a list holds more characters. */
const longest = 2000

// A control, or half of a surrogate pair.
const broken = /[\p{Cc}\p{Cs}]/u
// Zero-width characters, direction marks, soft hyphens: there and not seen.
const hidden = /\p{Cf}/gu

const none: CellReading = { value: undefined }

const upTo =
  (most: number) =>
  (text: string): CellReading =>
    text.length > most ? refuse('tabular.too-long', { most }) : { value: text }

const readers: Readonly<Record<CellKind, (text: string, typed: boolean) => CellReading>> = {
  text: upTo(200),
  lot: upTo(40),
  note: upTo(longest),
  product: upTo(100),
  name: readName,
  date: readDate,
  day: readDay,
  sex: readSex,
  phone: readPhone,
  'identity-number': readIdentityNumber,
  'no-number-reason': readNoNumberReason,
  'health-insurance': readHealthInsurance,
  passport: readPassport,
  country: readCountry,
  relationship: readRelationship,
  'code-2': (text) => readCode(text, 2),
  'code-3': (text) => readCode(text, 3),
  'code-5': (text) => readCode(text, 5),
  facility: readFacilityCode,
  integer: readInteger,
  'priority-group': readPriorityGroup,
  'yes-no': readAnswer,
  volume: readVolume,
  expiry: readExpiry,
  ignored: () => none,
}

/** Kinds whose cells Excel keeps as dates. */
export const dateKinds: ReadonlySet<CellKind> = new Set<CellKind>(['date', 'day', 'expiry'])

function fromNumber(value: number, kind: CellKind): CellReading {
  if (dateKinds.has(kind)) return fromDateNumber(value, kind === 'date' ? kind : 'day')
  if (kind === 'name') return refuse('schema.name.digit')
  const whole = Number.isSafeInteger(value)
  return readers[kind](whole ? value.toFixed(0) : String(value), true)
}

/**
 * Printable ASCII and the composed letters of Vietnamese, without blanks in a row or at the ends: nothing
 * in it needs a closer look.
 */
const plain =
  /^(?:[!-~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+ )*[!-~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+$/

const ascii = /^[ -~]*$/

/** The reading of a name with a notice when its letters seem to be those of an old font. */
function told(reading: CellReading, kind: CellKind, text: string): CellReading {
  if (kind !== 'name' || !('value' in reading) || ascii.test(text)) return reading
  const encoding = legacyEncodingOf(text)
  if (encoding === undefined) return reading
  return { ...reading, notice: 'tabular.legacy-encoding', params: { encoding } }
}

function fromText(value: string, kind: CellKind): CellReading {
  if (value.length > longest) return refuse('tabular.too-long', { most: longest })
  if (plain.test(value)) return told(readers[kind](value, false), kind, value)
  const old = kind === 'name' ? legacyEncodingOfLatin(value.normalize('NFC')) : undefined
  if (old !== undefined) return refuse('tabular.legacy-encoding', { encoding: old })
  const visible = value.replace(hidden, '')
  if (visible !== value && value.trim() !== '') {
    return refuse('tabular.hidden', {}, visible.trim())
  }
  const composed = value.normalize('NFC')
  const text = composed.trim().replace(/\s+/g, ' ')
  if (text === '') return none
  if (broken.test(text)) return refuse('tabular.control')
  const reading = told(readers[kind](text, false), kind, text)
  const notice = 'value' in reading && reading.notice === undefined && composed !== value
  return notice && kind === 'name' ? { ...reading, notice: 'tabular.composed' } : reading
}

/** Reads a cell as its column's kind. Empty cells are nothing. */
export function readCell(value: CellValue, kind: CellKind): CellReading {
  if (kind === 'ignored' || value === null || value === '') return none
  if (value instanceof Date) {
    return dateKinds.has(kind) ? fromDateCell(value) : refuse('tabular.type')
  }
  if (typeof value === 'boolean') return refuse('tabular.type')
  return typeof value === 'number' ? fromNumber(value, kind) : fromText(value, kind)
}

/** A date that {@link readCell} gave, when it is a whole day. */
export function wholeDay(date: string | undefined): CivilDate | undefined {
  return date?.length === 10 ? (date as CivilDate) : undefined
}

/** A date that {@link readCell} gave: a day, a month or a year. */
export function partialDay(date: string | undefined): PartialDate | undefined {
  return date as PartialDate | undefined
}
