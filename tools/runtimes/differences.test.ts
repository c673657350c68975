import { describe, expect, it } from 'vitest'
import { differences } from './differences.js'
import type { Tally } from './portable.js'

const tally = (wrong: readonly string[], cases = 9): Tally => ({
  suite: 'dcc',
  cases,
  right: cases - wrong.length,
  wrong,
})

describe('differences', () => {
  it.each<[string, readonly Tally[], readonly Tally[], readonly string[]]>([
    ['none', [tally(['a: crashed'])], [tally(['a: crashed'])], []],
    ['a case more that is wrong', [tally([])], [tally(['a: crashed'])], ['dcc: a: crashed']],
    ['a case that came out right', [tally(['a: crashed'])], [tally([])], ['not: dcc: a: crashed']],
    [
      'another fault of the same case',
      [tally(['a: crashed'])],
      [tally(['a: wrongly-accepted'])],
      ['dcc: a: wrongly-accepted', 'not: dcc: a: crashed'],
    ],
    ['cases left out', [tally([])], [tally([], 8)], ['dcc: 8 cases', 'not: dcc: 9 cases']],
    ['a suite left out', [tally([])], [], ['not: dcc: 9 cases']],
  ])('%s', (_, mine, theirs, expected) => {
    expect(differences(mine, theirs)).toEqual(expected)
  })
})
