/** What can be wrong with a name, beside what can be wrong with any line of text. */
export type NameFault =
  | 'schema.name.blank'
  | 'schema.name.digit'
  | 'schema.name.emoji'
  | 'schema.name.hidden'
  | 'schema.name.lookalike'
  | 'schema.name.script'
  | 'schema.name.eth'
  | 'schema.name.sign'
  | 'schema.name.double-space'

const latin = /\p{Script=Latin}/u
/** Letters of another script: those that no script owns, such as the ʻokina, are nobody's. */
const otherLetter = /[^\p{Script=Latin}\P{L}ʹ-ʿ]/u
/** Strokes laid over a letter: D with one looks like Đ and is not. */
const overlay = /[\u0334-\u0338]/u
/**
 * Đ (U+0110) begins a syllable. Ð (U+00D0, Icelandic) never begins a word of its own languages, and Ɖ
 * (U+0189, African) has the same shape.
 */
const eth = /(?<![\p{L}\p{M}])[ÐðƉ]/u
const digit = /\p{N}/u
const emoji = /(?![©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u
/** Zero-width characters, direction marks, soft hyphens, fillers: there and not seen. */
const hidden = /[\p{Cf}\p{Variation_Selector}\u034f\u115f\u1160\u3164\uffa0]/u
const blank = /\p{White_Space}{2}|(?! )\p{White_Space}/u
/** Blanks, hyphens, apostrophes, full stops and the middle dot stand in names of some language. */
const sign = /[^\p{L}\p{M}\p{N}\p{White_Space}\p{Cc}\p{Cf}'’ʹ-ʿ.·‐-]/u

const holdsName = (text: string): boolean => /[^\p{White_Space}]/u.test(text)

const isMixed = (text: string): boolean =>
  overlay.test(text) || (otherLetter.test(text) && latin.test(text))

const isForeignScript = (text: string): boolean => otherLetter.test(text) && !latin.test(text)

const isOther = (text: string): boolean => {
  const rest = text.replace(new RegExp(emoji, 'gu'), '')
  return sign.test(rest) || (holdsName(text) && !/[\p{L}\p{N}]/u.test(text) && rest === text)
}

const faults: readonly (readonly [NameFault, (text: string) => boolean])[] = [
  ['schema.name.blank', (text) => text !== '' && !holdsName(text)],
  ['schema.name.digit', (text) => digit.test(text)],
  ['schema.name.emoji', (text) => emoji.test(text)],
  ['schema.name.hidden', (text) => hidden.test(text)],
  ['schema.name.lookalike', isMixed],
  ['schema.name.script', isForeignScript],
  ['schema.name.eth', (text) => eth.test(text)],
  ['schema.name.sign', isOther],
  ['schema.name.double-space', (text) => holdsName(text) && blank.test(text)],
]

/**
 * What is wrong with the name of a person, each fault once; empty when it can be one. It does not say
 * that anybody is called so, nor that diacritics are not missing.
 *
 * Names in Latin letters are legal in any language: `Guðrún Þórsdóttir`, `Jean-Noël O’Hara`. Ð at the
 * beginning of a word is taken for a slip of Đ, because no word of Icelandic or Faroese begins with it.
 *
 * @example
 * ```ts
 * import { nameFaults } from '@tiemchung/schemas'
 * nameFaults('Đặng Thị Hoà') // => []
 * nameFaults('Ðặng Thị  Hoà 2') // => ['schema.name.digit', 'schema.name.eth', 'schema.name.double-space']
 * ```
 */
export function nameFaults(text: string): readonly NameFault[] {
  return faults.filter(([, found]) => found(text)).map(([fault]) => fault)
}
