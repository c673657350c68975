import { describe, expect, test } from 'vitest'
import { quotas } from './quota.js'
import { measured } from './rates.js'

describe('quotas', () => {
  test.each([
    [1200, { correct: 806, wrong: 298, unverifiable: 41, withoutOrMalformed: 55 }],
    [12, { correct: 8, wrong: 3, unverifiable: 0, withoutOrMalformed: 1 }],
    [1, { correct: 1, wrong: 0, unverifiable: 0, withoutOrMalformed: 0 }],
    [0, { correct: 0, wrong: 0, unverifiable: 0, withoutOrMalformed: 0 }],
  ])('%i people at the measured rates', (count, wanted) => {
    expect(quotas(count, measured)).toEqual(wanted)
  })
})
