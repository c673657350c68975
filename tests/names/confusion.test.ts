/** The confusion table of the matcher, and that the pages print the one of now. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { byKind, byLayer, markdownRow } from './confusion.js'
import { labelledPairs } from './labelled-pairs.fixture.js'

const pairs = labelledPairs()
const kinds = byKind(pairs)
const of = (truth: string) => kinds.filter(({ label }) => label.startsWith(`${truth} `))
const page = (language: string) =>
  readFileSync(join(import.meta.dirname, '../../docs', language, 'match-measured.md'), 'utf8')

describe('the labelled pairs', () => {
  test('are the same every time, and of each kind enough to matter', () => {
    expect(labelledPairs()).toEqual(pairs)
    for (const { label, counts } of kinds) {
      const [valid = 0, indeterminate = 0, invalid = 0] = counts
      expect(valid + indeterminate + invalid, label).toBeGreaterThan(40)
    }
  })
})

describe('matchPerson over the labelled pairs', () => {
  test('takes no two people for one', () => {
    expect(of('different').filter(({ counts: [valid = 0] }) => valid > 0)).toEqual([])
  })

  test('leaves undecided, of two people, only namesakes without a number', () => {
    const open = of('different').filter(({ counts: [, indeterminate = 0] }) => indeterminate > 0)
    expect(open.map(({ label, counts }) => [label, counts[1]])).toEqual([
      ['different namesake-same-birth-date-no-number', 1000],
      ['different namesake-same-year-year-only-no-number', 1000],
    ])
  })

  test('matches what differs in Unicode form, case, blanks, place of a tone or age of the card only', () => {
    const matched = of('same').filter(({ counts: [valid = 0] }) => valid > 0)
    expect(matched.map(({ label }) => label)).toEqual([
      'same as-registered',
      'same decomposed',
      'same capitals',
      'same two-blanks',
      'same tone-position',
      'same old-number',
    ])
    for (const { counts } of matched) expect(counts.slice(1)).toEqual([0, 0, 0])
  })

  test.each(['en', 'vi'])('is what the page of %s says', (language) => {
    const text = page(language)
    const rows = [...byLayer(pairs), ...kinds].map(markdownRow)
    expect(rows.filter((row) => !text.includes(row)).join('\n')).toBe('')
  })
})
