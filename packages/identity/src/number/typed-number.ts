import { type Issue, issue } from '@tiemchung/core'
import { numberErrors } from '../errors/number-errors.js'

/** Documents that are told by the number of their digits. */
export type NumberKind = 'personal-number' | 'cmnd-9' | 'military-8'

/** What somebody typed as an identity number. */
export type TypedNumber =
  | {
      readonly status: 'read'
      readonly kind: NumberKind
      readonly number: string
      /** Other numbers that may have been meant: nine digits of which a spreadsheet dropped the zero. */
      readonly offered: readonly string[]
    }
  | {
      readonly status: 'refused'
      readonly issue: Issue
      /** Numbers that may have been meant; for somebody to look at the paper and choose, never taken by itself. */
      readonly offered: readonly string[]
    }

const separators = /[\s.\u2010-\u2015-]/g
const kindOfLength: ReadonlyMap<number, NumberKind> = /* @__PURE__ */ new Map([
  [12, 'personal-number'],
  [9, 'cmnd-9'],
  [8, 'military-8'],
])

/** Letters that are typed for digits. */
const digitFor: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  I: '1',
  l: '1',
  B: '8',
}

type NumberCode =
  | 'identity.number.empty'
  | 'identity.number.letters'
  | 'identity.number.lost-zero'
  | 'identity.number.digits'

function refuse(code: NumberCode, offered: readonly string[] = [], digits = 0): TypedNumber {
  const params = digits === 0 ? {} : { digits }
  return { status: 'refused', issue: issue(numberErrors, code, { params }), offered }
}

function withDigits(text: string): TypedNumber {
  const digits = text.replace(/[A-Za-z]/g, (letter) => digitFor[letter] ?? letter)
  const isNumber = /^\d+$/.test(digits) && kindOfLength.has(digits.length)
  return refuse('identity.number.letters', isNumber ? [digits] : [])
}

/**
 * An identity number as somebody typed it or a spreadsheet left it: 12 digits are a personal number (also
 * on old cards with 12), 9 an old card's, 8 those of the forces.
 *
 * Ten or eleven digits that begin with another one than 0 are what is left of a personal number that was
 * taken for a quantity: the zeros are offered, never guessed, and so are digits for letters that look
 * like them. It does not establish that the number exists or whose it is.
 *
 * Issues: `identity.number.empty`, `identity.number.letters`, `identity.number.lost-zero`,
 * `identity.number.digits`.
 *
 * @example
 * ```ts
 * import { readTypedNumber } from '@tiemchung/identity/offline'
 * readTypedNumber('001 316 000 017').status // => 'read'
 * const short = readTypedNumber('1316000017')
 * short.offered // => ['001316000017']
 * ```
 */
export function readTypedNumber(text: string): TypedNumber {
  const bare = text.replace(separators, '')
  if (bare === '') return refuse('identity.number.empty')
  if (!/^\d+$/.test(bare)) return withDigits(bare)
  const { length } = bare
  const kind = kindOfLength.get(length)
  const offered = length === 8 && !bare.startsWith('0') ? [`0${bare}`] : []
  if (kind !== undefined) return { status: 'read', kind, number: bare, offered }
  const isShort = (length === 10 || length === 11) && !bare.startsWith('0')
  return isShort
    ? refuse('identity.number.lost-zero', [bare.padStart(12, '0')])
    : refuse('identity.number.digits', [], length)
}
