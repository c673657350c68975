/** What the letters of a column are, judged by how many of its words come out as Vietnamese syllables. */
import { fromUtf8Twice } from '@tiemchung/core'
import type { OldLetters } from './letters.js'
import { isSyllable } from './syllable.js'
import { fromTcvn3, isTcvn3 } from './tcvn3.js'
import { fromVni, isVni } from './vni.js'

/** How many words are syllables when the letters are taken for these. */
export type SyllableCounts = Readonly<Record<OldLetters | 'unicode', number>>

/** What a column's letters seem to be, and why. */
export interface ColumnLetters {
  /** Letters of the column as spreadsheets count: `B`. */
  readonly column: string
  /** `plain`: nothing but ASCII. `unclear`: no reading makes most of the words syllables, or two do as well. */
  readonly letters: OldLetters | 'unicode' | 'plain' | 'unclear'
  /** Words with letters that are not ASCII. */
  readonly words: number
  /** How many of them are syllables, by reading. */
  readonly syllables: SyllableCounts
}

const readings: Readonly<Record<keyof SyllableCounts, (word: string) => string | undefined>> = {
  unicode: (word) => word.normalize('NFC'),
  tcvn3: (word) => (isTcvn3(word) ? fromTcvn3(word) : undefined),
  vni: (word) => (isVni(word) ? fromVni(word) : undefined),
  'utf-8-twice': fromUtf8Twice,
}
const names = Object.keys(readings) as (keyof SyllableCounts)[]

const marked = /[^\u0000-\u007f]/
const edges = /^[ -/:-@[-`{-~]+|[ -/:-@[-`{-~]+$/g

/** Words that have something to say: the tip of an abbreviation or a bracket is taken off. */
function wordsOf(cell: string): readonly string[] {
  const parts = cell.split(/[ \t\r\n,;/()-]+/)
  return parts.map((part) => part.replace(edges, '')).filter((word) => marked.test(word))
}

type Counted = Pick<ColumnLetters, 'column' | 'words' | 'syllables'>

function count(column: string, cells: readonly string[]): Counted {
  const syllables = { unicode: 0, tcvn3: 0, vni: 0, 'utf-8-twice': 0 }
  let words = 0
  for (const word of cells.flatMap(wordsOf)) {
    words += 1
    for (const name of names) {
      const read = readings[name](word)
      if (read !== undefined && isSyllable(read)) syllables[name] += 1
    }
  }
  return { column, words, syllables }
}

/** The reading that makes most words of all columns syllables. */
function prevailing(columns: readonly Counted[]): keyof SyllableCounts {
  const total = (name: keyof SyllableCounts) =>
    columns.reduce((sum, { syllables }) => sum + syllables[name], 0)
  return names.reduce((best, name) => (total(name) > total(best) ? name : best))
}

/** The best reading of a column; where two are as good, that of the sheet, if it is one of them. */
function verdictOf({ words, syllables }: Counted, usual: keyof SyllableCounts) {
  if (words === 0) return 'plain'
  const most = Math.max(...Object.values(syllables))
  // Three words of four: foreign names and slips of the pen stand in every list.
  if (most * 4 < words * 3) return 'unclear'
  const best = names.filter((name) => syllables[name] === most)
  const [only] = best
  if (best.includes(usual)) return usual
  return only === undefined || best.length > 1 ? 'unclear' : only
}

/** Judges the letters of columns by their texts. `columns` are texts by the letters of the column. */
export function judgeLetters(
  columns: ReadonlyMap<string, readonly string[]>,
): readonly ColumnLetters[] {
  const counted = [...columns].map(([column, cells]) => count(column, cells))
  const usual = prevailing(counted)
  return counted.map((one) => ({ ...one, letters: verdictOf(one, usual) }))
}
