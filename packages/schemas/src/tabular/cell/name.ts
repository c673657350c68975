/** Names of people: Latin letters with their marks, blanks, hyphens, apostrophes, full stops. */
import { type CellReading, refuse } from './reading.js'

const longest = 100
const allowed = /^[\p{Script=Latin}\p{M} '’.-]+$/u
const letter = /\p{L}/u

/** Letters that look like those of a Vietnamese name and are others: Eth, African D, Cyrillic. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Ð: 'Đ',
    Ɖ: 'Đ',
    ð: 'đ',
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    А: 'A',
    В: 'B',
    Е: 'E',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    У: 'Y',
    Х: 'X',
  }),
)

const isName = (text: string): boolean => allowed.test(text) && letter.test(text)

/** Reads a name. Letters that only look right are refused with the right ones offered. */
export function readName(text: string): CellReading {
  if (text.length > longest) return refuse('tabular.too-long', { most: longest })
  const replaced = [...text].map((sign) => lookalikes.get(sign) ?? sign).join('')
  if (!isName(replaced)) return refuse('tabular.name')
  return replaced === text ? { value: text } : refuse('tabular.name-lookalike', {}, replaced)
}
