/** Names as machines read them: ICAO Doc 9303 part 3, completed for Vietnamese. */
import { InputError, legacyEncodingOf, legacyEncodingOfLatin } from '@tiemchung/core'
import { issueErrors } from '../../errors/issue-errors.js'

/** How a name is standardised. */
export interface NameOptions {
  /**
   * `vietnamese` (the default): letters of the Vietnamese alphabet and A to Z; others are refused as
   * a likely old encoding. `latin`: also the letters of ICAO Doc 9303 part 3 section 6.A, for
   * foreigners.
   */
  readonly alphabet?: 'vietnamese' | 'latin'
  /** Ä, Ö, Ü as `AE`, `OE`, `UE` (the default), or `plain` as A, O, U. Matters for `latin` only. */
  readonly umlauts?: 'expanded' | 'plain'
}

/** Letters that do not fall apart into a base letter and marks. */
const vietnamese: Readonly<Record<string, string>> = { Đ: 'D', Ð: 'D' }

const latin: Readonly<Record<string, string>> = {
  Å: 'AA',
  Æ: 'AE',
  Ð: 'D',
  Đ: 'D',
  Ñ: 'N',
  Ø: 'OE',
  Þ: 'TH',
  ẞ: 'SS',
  Ħ: 'H',
  Ĳ: 'IJ',
  Ł: 'L',
  Ŋ: 'N',
  Œ: 'OE',
  Ŧ: 'T',
}

const expandedUmlauts: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE' }

/** A letter of the Vietnamese alphabet in NFD: A to Z, or a vowel with at most a shape and a tone. */
const vietnameseLetter = /^(?:[A-Z]|[AEIOUY][\u0300-\u0303\u0306\u0309\u031b\u0323]{1,2})$/

const marks = /\p{M}+/gu
const separators = /[\s<-]+/gu
const dropped = /['’ʼ`.]/gu
const longest = 80

type NameErrorCode = Extract<keyof typeof issueErrors, `certificate-issue.name-${string}`>

function refuse(code: NameErrorCode, params?: { readonly encoding: string }): never {
  throw new InputError(issueErrors, code, params === undefined ? {} : { params })
}

function tableFor({ alphabet, umlauts }: NameOptions): Readonly<Record<string, string>> {
  if (alphabet !== 'latin') return vietnamese
  return umlauts === 'plain' ? latin : { ...latin, ...expandedUmlauts }
}

function refuseLegacy(name: string, { alphabet }: NameOptions): void {
  const encoding = alphabet === 'latin' ? legacyEncodingOfLatin(name) : legacyEncodingOf(name)
  if (encoding !== undefined) refuse('certificate-issue.name-legacy-encoding', { encoding })
}

function plainLetter(letter: string, options: NameOptions): string {
  const known = tableFor(options)[letter]
  if (known !== undefined) return known
  const apart = letter.normalize('NFD')
  if (/\p{L}/u.test(letter) && options.alphabet !== 'latin' && !vietnameseLetter.test(apart)) {
    return refuse('certificate-issue.name-letter')
  }
  return apart.replace(marks, '')
}

/**
 * A name as it stands in `fnt` and `gnt`: capital letters A to Z, `<` between words.
 *
 * Đ becomes D, and every other Vietnamese letter, in NFC or NFD, loses its marks; blanks and hyphens
 * become `<`, apostrophes and dots vanish. Digits, other scripts and old encodings are refused.
 *
 * @throws InputError `certificate-issue.name-missing`, `certificate-issue.name-letter`,
 *   `certificate-issue.name-legacy-encoding`, `certificate-issue.name-too-long`
 * @example
 * ```ts
 * import { standardiseName } from '@tiemchung/certificates/issue'
 * standardiseName('Đặng Thị Ngọc Ánh') // => 'DANG<THI<NGOC<ANH'
 * ```
 */
export function standardiseName(name: string, options: NameOptions = {}): string {
  const composed = name.normalize('NFC').trim()
  if (composed === '') refuse('certificate-issue.name-missing')
  if ([...composed].length > longest) refuse('certificate-issue.name-too-long')
  refuseLegacy(composed, options)
  const letters = [...composed.toUpperCase().replace(dropped, '')]
    .map((letter) => plainLetter(letter, options))
    .join('')
  const standard = letters.replace(separators, '<').replace(/^<|<$/g, '')
  if (!/^[A-Z]+(?:<[A-Z]+)*$/.test(standard)) refuse('certificate-issue.name-letter')
  if (standard.length > longest) refuse('certificate-issue.name-too-long')
  return standard
}
