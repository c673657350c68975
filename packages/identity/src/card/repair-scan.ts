/** What scanners and keyboards do to the text of a card, undone where there is only one way back. */
import { fromUtf8Twice, fromWindows1252, utf8 } from '@tiemchung/core'

/** What was undone. */
export type CardRepair =
  | 'byte-order-mark'
  | 'separator'
  | 'utf-8-as-windows-1252'
  | 'utf-8-as-latin-1'
  | 'utf-8-as-windows-1258'
  | 'windows-1258-as-windows-1252'

/** A text and what was done to it. */
export interface RepairedScan {
  readonly text: string
  readonly repaired: readonly CardRepair[]
}

type Step = (text: string) => readonly [CardRepair, string] | undefined

/** U+FEFF, and its bytes when they were taken for letters. */
const withoutMark: Step = (text) =>
  /^(?:\uFEFF|ï»¿)/.test(text)
    ? ['byte-order-mark', text.replace(/^(?:\uFEFF|ï»¿)/, '')]
    : undefined

/** What a keyboard of another layout types for `|`. None of them stands in a name or a residence. */
const separators = ['~', '¦', '｜'] as const

/** One other sign cuts the text into seven values behind a number of 12 digits. */
const withSeparator: Step = (text) => {
  if (text.includes('|')) return undefined
  const fitting = separators.filter(
    (sign) => /^\d{12}\D/.test(text) && text[12] === sign && text.split(sign).length === 7,
  )
  const [only] = fitting
  return only === undefined ? undefined : ['separator', text.replaceAll(only, '|')]
}

const asLatin1 = (bytes: Uint8Array) =>
  bytes.reduce((text, byte) => text + String.fromCharCode(byte), '')

/** How UTF-8 is misread: each of its letters as the sign of its byte. */
const misreadings: readonly (readonly [CardRepair, (bytes: Uint8Array) => string])[] = [
  ['utf-8-as-windows-1252', fromWindows1252],
  ['utf-8-as-latin-1', asLatin1],
  // Of the bytes of Vietnamese letters in UTF-8 this one alone is another sign in Windows-1258.
  ['utf-8-as-windows-1258', (bytes) => fromWindows1252(bytes).replaceAll('Ã', 'Ă')],
]

/** Only what comes out as the text seen, sign by sign, when it is misread again was misread so. */
const fromMisreadUtf8: Step = (text) => {
  for (const seen of [text, text.replaceAll('Ă', 'Ã')]) {
    const meant = fromUtf8Twice(seen)
    const how =
      meant === undefined
        ? undefined
        : misreadings.find(([, misread]) => misread(utf8(meant)) === text)
    if (meant !== undefined && how !== undefined) return [how[0], meant]
  }
  return undefined
}

/** Windows-1258 where its letters and tones are other signs than those of Windows-1252. */
const signsOf1252 = 'ÃÌÐÒÕÝÞãìðòõýþ'
const signsOf1258 = 'Ă\u0300Đ\u0309ƠƯ\u0303ă\u0301đ\u0323ơư₫'

/** Vowels and tones side by side as Vietnamese never has them: `Nguyêòn`, `NýÞ`, `Thiò`. */
const misreadTone =
  /[Þþð]|[âêôãõýÂÊÔÃÕÝ][ìòÌÒ]|(?<![gG])[iI][òÒ]|[aeyAEY][òÒ]|[eyEY][ìÌ]|\p{Ll}[ÌÒÃĂ]/u

/** Every tone finds its vowel, and some vowels have kept their shape, or it was not Windows-1258 alone. */
const fromWindows1258: Step = (text) => {
  // A letter that Windows-1252 does not have cannot have come through it.
  if (
    !misreadTone.test(text) ||
    !/[âêôãõýÂÊÔÃÕÝ]/.test(text) ||
    /[\u0100-\u0151\u0154-\u015f\u1e00-\u1eff]/.test(text)
  ) {
    return undefined
  }
  const read = [...text].map((sign) => signsOf1258[signsOf1252.indexOf(sign)] ?? sign).join('')
  const composed = read.normalize('NFC')
  return /[\p{M}₫]/u.test(composed) ? undefined : ['windows-1258-as-windows-1252', composed]
}

const steps: readonly Step[] = [withoutMark, withSeparator, fromMisreadUtf8, fromWindows1258]

/** Four steps undo UTF-8 that was misread twice, with a byte-order mark before it. */
const mostSteps = 5

/**
 * The text that a card's code held, as far as what was seen has one reading alone; what has none, or
 * more, stays as it is. Whether the outcome is a card's text is for the reader to say.
 */
export function repairScan(scanned: string): RepairedScan {
  let text = scanned.normalize('NFC')
  const repaired: CardRepair[] = []
  while (repaired.length < mostSteps) {
    const seen = text
    const done = steps.map((step) => step(seen)).find((one) => one !== undefined)
    if (done === undefined) break
    repaired.push(done[0])
    text = done[1]
  }
  return { text, repaired }
}

/** Signs of bytes that were read as letters, replaced letters, and controls: no card has them. */
const strayed =
  /[?\uFFFD\u0000-\u001f\u007f-\u009f\u00a1-\u00bf]|[ÄÆäæþÞðÐ\u201a\u201e\u2020-\u2022\u2026\u2030\u20ac\u2122]|[^\p{Script=Latin}\P{L}]|\p{M}/u

/** Letters of Vietnamese that an ASCII keyboard does not type; a scanner that loses marks may keep Đ. */
const marked = /[^\u0000-\u007fĐđ]/

/** Whether a value of a card cannot be what was printed: signs that strayed in, or tones out of place. */
export const isStrayed = (value: string): boolean => strayed.test(value) || misreadTone.test(value)

/** Whether nothing of the text has a mark: no residence of Viet Nam is written so. */
export const isWithoutMarks = (text: string): boolean => !marked.test(text)
