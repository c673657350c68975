/** The five tone marks as Unicode decomposes them. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Kinds of unit, as they are written and shortened; the longer stand first. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(thành phố|tp\.?) ?/, 'thành phố '],
  [/^(thị trấn|tt\.?) /, 'thị trấn '],
  [/^(thị xã|tx\.?) /, 'thị xã '],
  [/^đặc khu /, 'đặc khu '],
  [/^(tỉnh|t\.) ?/, 'tỉnh '],
  [/^(quận|q\.) ?/, 'quận '],
  [/^(huyện|h\.) ?/, 'huyện '],
  [/^(phường|p\.) ?/, 'phường '],
  [/^(xã|x\.) ?/, 'xã '],
]

const spaced = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ð/g, 'đ')
    .replace(/[‘’ʼ`´]/g, "'")
    // Blanks first: a search for blanks before a dash would begin again at each blank of a long run.
    .replace(/\s+/g, ' ')
    .replace(/ ?[-‐‑–—] ?/g, '-')
    .trim()

/** The tone of a word at its end, so that `hòa` and `hoà` are one; other marks stay on their letters. */
function toneLast(word: string): string {
  const apart = word.normalize('NFD')
  const found = apart.match(tones) ?? []
  return apart.replace(tones, '') + found.sort().join('')
}

const folded = (text: string): string =>
  text.replace(/[^ -]+/g, (word) => toneLast(word).replace(/^0+(?=\d)/, ''))

/** A name in two forms that can be compared: with its kind written out, and without its kind. */
export interface FoldedName {
  readonly whole: string
  readonly bare: string
}

/**
 * Forms of a unit's name that are equal whatever its case, blanks, dashes, Unicode form, the place of its tone marks
 * and zeros before its numbers: `Phường 06`, `phường 6`.
 */
export function foldUnitName(name: string): FoldedName {
  const text = spaced(name)
  // A kind with no name behind it is no kind: `TP` names no city.
  const kind = kinds.find(
    ([pattern]) => pattern.test(text) && /^[\p{L}\p{N}]/u.test(text.replace(pattern, '')),
  )
  if (kind === undefined) return { whole: folded(text), bare: folded(text) }
  const [pattern, word] = kind
  const rest = text.replace(pattern, '')
  return { whole: folded(`${word}${rest}`), bare: folded(rest) }
}

/** A folded name without its marks, as it is typed where there is no Vietnamese keyboard. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
}
