/** Text that was never Unicode: TCVN3 and VNI fonts, and UTF-8 read as Windows-1252. */
import { fromUtf8 } from './bytes.js'

/** An encoding that a text seems to have come from. */
export type LegacyEncoding = 'utf-8-twice' | 'tcvn3' | 'vni' | 'tcvn3-or-vni'

/** Windows-1252, 0x80 to 0x9f, where it differs from Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * The text of bytes in Windows-1252, as browsers read it: every byte is a character.
 */
export function fromWindows1252(bytes: Uint8Array): string {
  const units = Uint16Array.from(bytes, (byte) =>
    byte < 0x80 || byte > 0x9f ? byte : windows1252.charCodeAt(byte - 0x80),
  )
  const parts: string[] = []
  for (let at = 0; at < units.length; at += 8192) {
    parts.push(String.fromCharCode(...units.subarray(at, at + 8192)))
  }
  return parts.join('')
}

/** A byte that opens a letter in UTF-8, and one that goes on: without the two nothing was encoded twice. */
const twice =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/

function byteOf(character: string): number {
  const code = character.charCodeAt(0)
  if (code < 0x100) return code
  const index = windows1252.indexOf(character)
  return index < 0 ? -1 : 0x80 + index
}

/**
 * The text that was encoded as UTF-8 twice; undefined when it was not: text that still is UTF-8 when its
 * characters are taken for bytes of Windows-1252 was.
 */
export function fromUtf8Twice(text: string): string | undefined {
  if (!twice.test(text)) return undefined
  const bytes = [...text].map(byteOf)
  if (bytes.includes(-1)) return undefined
  try {
    return fromUtf8(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}

/** Signs and control characters that stand for Vietnamese letters in TCVN3 (TCVN 5712 table 3). */
const tcvn3Sign = /[\u00a1-\u00bf\u00d7\u00f7]/
/** In TCVN3 small letters with marks sit where Unicode has capitals: `NguyÔn`, `TrÇn`. */
const capitalInsideWord = /\p{Ll}\p{Lu}/u
/** VNI writes a plain vowel and then a second one that carries the marks: `Nguyeãn`, `Traàn`. */
const vniPair = /[ae][àáâãäåèéêëìíîïòóôõöùúûüý]|u[ùûõ]|o[âêôõùûòóö]/i
/** Latin letters that Vietnamese does not have and that both encodings use. */
const foreignLetter = /[åäæçëïîñöøûüþßÿ]/i

/**
 * The encoding that a Vietnamese name (NFC) seems to have come from, or undefined when it looks like
 * Unicode.
 *
 * A few TCVN3 syllables look like other Vietnamese ones, such as `Vò` for `Vũ`; no program can see that.
 */
export function legacyEncodingOf(name: string): LegacyEncoding | undefined {
  if (fromUtf8Twice(name) !== undefined) return 'utf-8-twice'
  if (tcvn3Sign.test(name) || capitalInsideWord.test(name)) return 'tcvn3'
  if (vniPair.test(name)) return 'vni'
  return foreignLetter.test(name) ? 'tcvn3-or-vni' : undefined
}

/** The same for a name that may have letters of any Latin alphabet: only what none of them writes. */
export function legacyEncodingOfLatin(name: string): LegacyEncoding | undefined {
  if (fromUtf8Twice(name) !== undefined) return 'utf-8-twice'
  return tcvn3Sign.test(name) ? 'tcvn3' : undefined
}
