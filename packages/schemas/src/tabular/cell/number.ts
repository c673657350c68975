/**
 * Numbers that are names: identity, telephone, insurance, codes. Excel takes their leading zeros away and
 * writes long ones as 1.3E+11; the zeros are offered back, the lost digits nobody can know.
 */
import { type CellReading, refuse } from './reading.js'

const shortened = /^\d(?:[.,]\d+)?E\+?\d+$/i
const separators = /[\s.-]/g

const offerZeros = (digits: string, length: number): CellReading =>
  refuse('tabular.lost-zero', {}, digits.padStart(length, '0'))

/**
 * Digits of a fixed length; fewer of them are what Excel leaves of a code that began with zeros. It leaves no
 * zero in front: where one stands, something else is missing.
 */
export function readCode(text: string, length: number): CellReading {
  if (/^\d+$/.test(text) && text.length === length) return { value: text }
  const isShort = /^[1-9]\d*$/.test(text) && text.length < length
  return isShort ? offerZeros(text, length) : refuse('tabular.code', { length })
}

/** 5 digits, or the 13 of later rules. */
export function readFacilityCode(text: string): CellReading {
  if (/^(\d{5}|\d{13})$/.test(text)) return { value: text }
  if (/^[1-9]\d{11}$/.test(text)) return offerZeros(text, 13)
  return readCode(text, 5)
}

/** National form with its zero, or international form with its plus. */
export function readPhone(text: string): CellReading {
  if (shortened.test(text)) return refuse('tabular.shortened')
  const digits = text.replace(separators, '')
  if (/^(0\d{9,10}|\+\d{8,15})$/.test(digits)) return { value: digits }
  if (/^[1-9]\d{8}$/.test(digits)) return offerZeros(digits, 10)
  return /^84\d{9}$/.test(digits)
    ? refuse('tabular.phone', {}, `+${digits}`)
    : refuse('tabular.phone')
}

/**
 * 8, 9 or 12 digits. Personal numbers begin with 0, so ten or eleven digits that begin with another one
 * are what Excel leaves of them. Eight digits in a *number* cell may be those of the forces, or an old
 * card's nine without the zero of Hà Nội: the nine are offered, and text is taken as it stands.
 */
export function readIdentityNumber(text: string, typed: boolean): CellReading {
  if (shortened.test(text)) return refuse('tabular.shortened')
  const digits = text.replace(separators, '')
  if (typed && /^[1-9]\d{7}$/.test(digits)) return offerZeros(digits, 9)
  if (/^(\d{8}|\d{9}|\d{12})$/.test(digits)) return { value: digits }
  return /^[1-9]\d{9,10}$/.test(digits) ? offerZeros(digits, 12) : refuse('tabular.identity-number')
}

/** Two letters and 13 digits, or the 10 digits of the social-insurance number alone. */
export function readHealthInsurance(text: string, typed: boolean): CellReading {
  if (shortened.test(text)) return refuse('tabular.shortened')
  const bare = text.replace(separators, '').toUpperCase()
  if (/^([A-Z]{2}\d{13}|\d{10})$/.test(bare)) return { value: bare }
  return typed && /^\d{9}$/.test(bare) ? offerZeros(bare, 10) : refuse('tabular.health-insurance')
}

/** Letters and digits of a passport. */
export function readPassport(text: string): CellReading {
  const bare = text.replace(/\s/g, '').toUpperCase()
  return /^[A-Z0-9]{5,20}$/.test(bare) ? { value: bare } : refuse('tabular.passport')
}

/** A count: 1 to 6 digits. */
export function readInteger(text: string): CellReading {
  return /^\d{1,6}$/.test(text) ? { value: String(Number(text)) } : refuse('tabular.integer')
}

/** Codes of priority groups run from 1 to 16. */
export function readPriorityGroup(text: string): CellReading {
  const group = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return group >= 1 && group <= 16 ? { value: String(group) } : refuse('tabular.priority-group')
}

/** Millilitres: up to three places behind the point or, as Vietnamese writes it, the comma. */
export function readVolume(text: string): CellReading {
  const [, whole, places] = /^(0|[1-9]\d{0,3})(?:[.,](\d{1,3}))?(?:\s?ml)?$/i.exec(text) ?? []
  const value = places === undefined ? whole : `${whole}.${places}`
  return value === undefined || Number(value) === 0 ? refuse('tabular.volume') : { value }
}
