/**
 * The letters that names are written with, in each layer of comparison. A pair of names in NFC is then
 * compared letter by letter, without a string being made; whatever the tables lack is compared the long
 * way, by Unicode.
 */

/** What a letter is worth: 0 in `upper` says that the tables lack it. */
interface Letters {
  readonly upper: Uint16Array
  /** Upper case without its tone: `Ộ` is `Ô`. */
  readonly toneless: Uint16Array
  /** The combining mark of its tone, 0 when it has none. */
  readonly tone: Uint16Array
  /** Upper case without any mark: `Ộ` is `O`, `Đ` is `D`. */
  readonly bare: Uint16Array
}

/** A blank between words. */
export const blank = 0x20

/** Tone marks; those of vowel quality (â, ă, ơ) are part of the letter. */
export const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g
const marks = /[\u0300-\u036f]/g
const end = 0x1efa
/** Latin, and the letters that Vietnamese adds to it: ơ, ư and those with a tone. */
const ranges = [
  [0x09, 0x0d],
  [0x20, 0x17f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1ea0, 0x1ef9],
] as const

/** Drops all marks; Đ and the look-alike Ð, which do not come apart, are D. */
export function withoutMarks(folded: string): string {
  return folded.replace(/[ĐÐ]/g, 'D').normalize('NFD').replace(marks, '').normalize('NFC')
}

function writeLetter(code: number, { upper, toneless, tone, bare }: Letters): void {
  const text = String.fromCharCode(code)
  const folded = text.toLocaleUpperCase('und')
  const apart = folded.normalize('NFD')
  const [without, plain] = [apart.replace(toneMarks, '').normalize('NFC'), withoutMarks(folded)]
  const isOne = [folded, without, plain].every((form) => form.length === 1)
  if (!isOne || text.normalize('NFC') !== text) return
  upper[code] = folded.charCodeAt(0)
  toneless[code] = without.charCodeAt(0)
  tone[code] = apart.match(toneMarks)?.[0].charCodeAt(0) ?? 0
  bare[code] = plain.charCodeAt(0)
}

function makeLetters(): Letters {
  const [upper, toneless, tone, bare] = [0, 1, 2, 3].map(() => new Uint16Array(end)) as [
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
  ]
  const letters = { upper, toneless, tone, bare }
  for (const [from, to] of ranges) {
    for (let code = from; code <= to; code++) {
      if (/\s/.test(String.fromCharCode(code))) upper[code] = blank
      else writeLetter(code, letters)
    }
  }
  return letters
}

export const letters: Letters = /* @__PURE__ */ makeLetters()

/** The letters of a name with single blanks and none at its ends; undefined when the tables lack one. */
export function lettersOf(name: string): readonly number[] | undefined {
  const found: number[] = []
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index)
    const letter = code < end ? letters.upper[code] : 0
    if (letter === 0) return undefined
    if (letter !== blank) found.push(code)
    else if (found.length > 0 && found[found.length - 1] !== blank) found.push(blank)
  }
  if (found[found.length - 1] === blank) found.pop()
  return found
}
