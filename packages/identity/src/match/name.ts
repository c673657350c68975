/**
 * Names compared in layers, strictest first. Only the comparison folds anything; names themselves are
 * never rewritten, because a blind rewrite turns hoàn into hòan.
 */
import { blank, letters, lettersOf, toneMarks, withoutMarks } from './letters.js'

/** How two names agree. `without-diacritics` is a hint for people, never a match. */
export type NameAgreement = 'exact' | 'tone-position' | 'without-diacritics' | 'different'

/** A name in NFC, upper case, with single blanks. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleUpperCase('und')
}

/** A word with its tone at the end, so that HÒA and HOÀ are the same. */
function toneLast(word: string): string {
  const apart = word.normalize('NFD')
  return apart.replace(toneMarks, '').normalize('NFC') + (apart.match(toneMarks) ?? []).join('')
}

/** A folded name whose tones stand at the end of their words. */
function withTonesLast(folded: string): string {
  return folded.split(' ').map(toneLast).join(' ')
}

/** A folded name without any diacritics; Đ and the look-alike Ð become D. */
export function bareName(name: string): string {
  return withoutMarks(foldName(name))
}

/** The tones of one word, one behind the other. */
const joined = (tones: number, tone: number) => (tone === 0 ? tones : tones * 0x80 + tone - 0x2ff)

/** Names that the tables have, letter by letter: the strictest layer in which all of them agree. */
function compareLetters(left: readonly number[], right: readonly number[]): NameAgreement {
  if (left.length !== right.length || left.length === 0) return 'different'
  const { upper, toneless, tone, bare } = letters
  let [same, sameWithoutTones, tonesLeft, tonesRight] = [true, true, 0, 0]
  for (let index = 0; index < left.length; index++) {
    const [one, other] = [left[index] as number, right[index] as number]
    if (upper[one] !== upper[other]) same = false
    if (toneless[one] !== toneless[other]) sameWithoutTones = false
    if (bare[one] !== bare[other]) return 'different'
    tonesLeft = joined(tonesLeft, tone[one] as number)
    tonesRight = joined(tonesRight, tone[other] as number)
    if (one !== blank && index < left.length - 1) continue
    if (tonesLeft !== tonesRight) sameWithoutTones = false
    tonesLeft = 0
    tonesRight = 0
  }
  if (same) return 'exact'
  return sameWithoutTones ? 'tone-position' : 'without-diacritics'
}

/** Names as Unicode has them, whatever they are written with. */
function compareTexts(left: string, right: string): NameAgreement {
  const [one, other] = [foldName(left), foldName(right)]
  if (one === '' || other === '') return 'different'
  if (one === other) return 'exact'
  if (withTonesLast(one) === withTonesLast(other)) return 'tone-position'
  return withoutMarks(one) === withoutMarks(other) ? 'without-diacritics' : 'different'
}

/**
 * How two names agree.
 *
 * @example
 * ```ts
 * import { compareNames } from '@tiemchung/identity/offline'
 * compareNames('Lê Thị Hòa', 'LÊ THỊ HOÀ') // => 'tone-position'
 * compareNames('Lê Thị Hòa', 'LE THI HOA') // => 'without-diacritics'
 * ```
 */
export function compareNames(left: string, right: string): NameAgreement {
  const one = lettersOf(left)
  const other = one === undefined ? undefined : lettersOf(right)
  return one === undefined || other === undefined
    ? compareTexts(left, right)
    : compareLetters(one, other)
}

/** What two names have in common in a layer: equal keys are names that agree in it. */
export interface NameKeys {
  /** Equal when names are `exact` or `tone-position`. */
  readonly name: string
  /** Equal when names agree in any layer. */
  readonly bare: string
}

function keysOfLetters(codes: readonly number[]): NameKeys {
  const { toneless, tone, bare } = letters
  let [name, plain, tones] = ['', '', '']
  for (const code of codes) {
    if (code === blank) {
      name += `${tones} `
      plain += ' '
      tones = ''
      continue
    }
    name += String.fromCharCode(toneless[code] as number)
    plain += String.fromCharCode(bare[code] as number)
    if (tone[code] !== 0) tones += String.fromCharCode(tone[code] as number)
  }
  return { name: name + tones, bare: plain }
}

/** The keys of a name; empty ones for a name of blanks, which agrees with none. */
export function nameKeys(name: string): NameKeys {
  const codes = lettersOf(name)
  if (codes !== undefined) return keysOfLetters(codes)
  const folded = foldName(name)
  return { name: withTonesLast(folded), bare: withoutMarks(folded) }
}
