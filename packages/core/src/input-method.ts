/** Scans that a keyboard's input method changed on their way in. */

/**
 * What only a Vietnamese keyboard or input method makes of the keys of a scanner: Đ, and letters with a tone
 * or a mark. Applied to text in NFD.
 */
const typedMark = /[đ₫\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323]/iu

/** The head of a certificate's text; the Vietnamese keyboard has Ă where others have 1. */
const certificateHead = /^HC(?:1|A\u0306):/i

/** Digits, some of them as the Vietnamese keyboard types its row of numbers: ă â ê ô, five tones, đ. */
const digitRow = /^[0-9aeođ\u0300-\u0323]+$/iu

const isTypedRow = (field: string) => digitRow.test(field) && typedMark.test(field)

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** No word of Vietnamese has two tones, nor the same marked letter twice in a row. */
function isTypedWord(word: string): boolean {
  if ((word.match(tones)?.length ?? 0) > 1) return true
  return /(đ|[aeou][\u0302\u0306\u031B])\1/iu.test(word)
}

/** `Nam` or `Nữ` with other marks than its own. */
function isTypedSex(field: string): boolean {
  if (/^(?:Nam|Nữ)$/u.test(field.normalize('NFC'))) return false
  return typedMark.test(field) && /^n(?:a+m|u+)$/i.test(field.replace(/\p{M}/gu, ''))
}

/** The seven values of a citizen card's code, told by the number at their head. */
function isTypedCard(text: string): boolean {
  const [number = '', old = '', name = '', birth = '', sex = '', residence = '', issued = ''] =
    text.split('|')
  const isCard = /^\d{12}$/.test(number) || isTypedRow(number)
  if (!isCard || !text.includes('|')) return false
  if ([number, old, birth, issued].some(isTypedRow) || isTypedSex(sex)) return true
  return `${name} ${residence}`.split(/[^\p{L}\p{M}]+/u).some(isTypedWord)
}

/**
 * Whether a scanned text was changed by a Vietnamese input method or keyboard on its way in: a hand scanner types,
 * and Telex makes Â of AA and Đ of DD, VNI and the Vietnamese keyboard make letters of digits.
 *
 * It knows the text of a health certificate (`HC1:…`) and of a citizen card's QR code. What was changed without
 * leaving a mark behind is not recognised. It is for texts that turned out not to be readable: what to do is to turn the
 * input method off and to scan again; nobody can tell which keys were meant.
 *
 * @example
 * ```ts
 * import { typedThroughInputMethod } from '@tiemchung/core'
 * typedThroughInputMethod('HC1:6BFÂXĐ') // => true
 * ```
 */
export function typedThroughInputMethod(text: string): boolean {
  const decomposed = text.trim().normalize('NFD')
  if (certificateHead.test(decomposed)) return typedMark.test(decomposed)
  return isTypedCard(decomposed)
}
