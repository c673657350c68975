import { type Language, word } from './words.js'

/** A count behind words; in brackets where the words themselves end in a number. */
const counted = (words: string, count: number): string =>
  /\d$/.test(words) ? `${words} (${count})` : `${words} ${count}`

/** A tally as people read it, the largest first: `đúng 823, không có số định danh 49`. */
export function tallyText(tally: Readonly<Record<string, number>>, language: Language): string {
  const parts = Object.entries(tally)
    .filter(([, count]) => count > 0)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .map(([name, count]) => counted(word(name, language), count))
  return parts.length === 0 ? '–' : parts.join(', ')
}
