import { type Language, word } from './words.js'

/** A tally as people read it, the largest first: `đúng 823, không có số định danh 49`. */
export function tallyText(tally: Readonly<Record<string, number>>, language: Language): string {
  const parts = Object.entries(tally)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .map(([name, count]) => `${word(name, language)} ${count}`)
  return parts.length === 0 ? '–' : parts.join(', ')
}
