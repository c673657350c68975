/** Cells that hold one of a few words. Words are compared without regard to case, never by likeness. */
import { type CellReading, refuse, type CellCode } from './reading.js'

const oneOf =
  (words: Readonly<Record<string, readonly string[]>>, code: CellCode) =>
  (text: string): CellReading => {
    const wanted = text.toLowerCase()
    const found = Object.entries(words).find(([, names]) => names.includes(wanted))
    return found === undefined ? refuse(code) : { value: found[0] }
  }

/** The template's 0 for male and 1 for female, or the words. */
export const readSex = oneOf({ male: ['0', 'nam'], female: ['1', 'nữ'] }, 'tabular.sex')

/** Yes, no, or not known, which is an answer of its own. */
export const readAnswer = oneOf(
  {
    yes: ['có', 'yes', 'x', 'đồng ý'],
    no: ['không', 'no', 'không đồng ý'],
    unknown: ['không rõ', 'không biết', 'chưa rõ', 'unknown'],
  },
  'tabular.yes-no',
)

/** Who signs for a child. */
export const readRelationship = oneOf(
  {
    father: ['cha', 'bố', 'ba', 'father'],
    mother: ['mẹ', 'má', 'mother'],
    guardian: ['người giám hộ', 'giám hộ', 'guardian'],
  },
  'tabular.relationship',
)

/** Why somebody has no number to show. */
export const readNoNumberReason = oneOf(
  {
    'not-issued': ['chưa được cấp', 'chưa cấp', 'not issued'],
    'not-presented': ['chưa xuất trình', 'không mang theo', 'not presented'],
  },
  'tabular.no-number-reason',
)

const isVietNam = oneOf({ VN: ['vn', 'việt nam', 'viet nam', 'vietnam'] }, 'tabular.country')

/** A country by its two letters; Viet Nam also by name. */
export function readCountry(text: string): CellReading {
  return /^[A-Za-z]{2}$/.test(text) ? { value: text.toUpperCase() } : isVietNam(text)
}
