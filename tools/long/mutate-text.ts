/** Changes to texts that a reader has to live with. */
import { repeats } from './mutate-bytes.js'
import type { Random } from './random.js'

type Change = (text: string, random: Random, seeds: readonly string[]) => string

/** Pieces on which readers of text have stumbled before. */
const telling = [
  '',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '\udfff',
  '\u0301',
  'ễ',
  'e\u0302\u0303',
  'İ',
  '\u{1f600}',
  '０',
  '٣',
  '-',
  '+',
  '.',
  ',',
  ';',
  ':',
  '=',
  '==',
  '"',
  "'",
  '\\',
  '/',
  '..',
  '%',
  '%00',
  '&amp;',
  '&#x0;',
  '<',
  '</',
  '/>',
  ']]>',
  '0',
  '00',
  '-0',
  '1e999',
  '9007199254740993',
  '99999999999999999999',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '"__proto__":',
  '"constructor":{"prototype":1}',
  '2022-02-30',
  '0000-00-00',
  '9999-12-31',
]
const openings = ['[', '{"a":', '<a>', '(', '"', '"",', '&amp;', '%25', '<c r="A1">', '\n']

const placeIn = (text: string, random: Random): number => random.below(text.length + 1)

const spanIn = (text: string, random: Random): readonly [number, number] => {
  const start = placeIn(text, random)
  return [start, Math.min(text.length, start + 1 + random.below(random.chance(0.8) ? 6 : 120))]
}

const replaced = (text: string, start: number, end: number, piece: string): string =>
  text.slice(0, start) + piece + text.slice(end)

const changes: readonly Change[] = [
  (text, random) => {
    const at = placeIn(text, random)
    const turned = String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(7)))
    return at === text.length ? text : replaced(text, at, at + 1, turned)
  },
  (text, random) => {
    const at = placeIn(text, random)
    return replaced(text, at, at + 1, String.fromCharCode(random.below(0x80)))
  },
  (text, random) => {
    const at = placeIn(text, random)
    return replaced(text, at, at + 1, String.fromCharCode(random.below(0x1_0000)))
  },
  (text, random) => {
    const at = placeIn(text, random)
    return replaced(text, at, at + random.below(3), random.pick(telling))
  },
  (text, random) => text.slice(0, placeIn(text, random)),
  (text, random) => text.slice(placeIn(text, random)),
  (text, random) => replaced(text, ...spanIn(text, random), ''),
  (text, random) => {
    const [start, end] = spanIn(text, random)
    return replaced(text, end, end, text.slice(start, end).repeat(repeats(random)))
  },
  (text, random) => {
    const at = placeIn(text, random)
    return replaced(text, at, at, random.pick(openings).repeat(repeats(random)))
  },
  (text, random) => {
    const [start, end] = spanIn(text, random)
    const piece = text.slice(start, end)
    const upper = piece.toUpperCase()
    return replaced(text, start, end, piece === upper ? piece.toLowerCase() : upper)
  },
  (text, random) => text.normalize(random.pick(['NFC', 'NFD', 'NFKC'])),
  (text, random, seeds) => {
    const other = random.pick(seeds)
    return text.slice(0, placeIn(text, random)) + other.slice(placeIn(other, random))
  },
  (text, random, seeds) => {
    const other = random.pick(seeds)
    const [start, end] = spanIn(other, random)
    const at = placeIn(text, random)
    return replaced(text, at, at + (random.chance(0.5) ? end - start : 0), other.slice(start, end))
  },
]

const longest = 400_000

const encoder = new TextEncoder()

/** The bytes of a changed text as a platform writes them: U+FFFD for half of a surrogate pair. */
export const bytesOfText = (text: string): Uint8Array => encoder.encode(text)

/** One of the seeds after one to four changes. */
export function mutateText(
  random: Random,
  seeds: readonly string[],
  from: string = random.pick(seeds),
): string {
  let text = from
  const times = 1 + random.below(random.chance(0.6) ? 1 : 4)
  for (let time = 0; time < times; time += 1) {
    text = random.pick(changes)(text, random, seeds)
    if (text.length > longest) return text.slice(0, longest)
  }
  return text
}
