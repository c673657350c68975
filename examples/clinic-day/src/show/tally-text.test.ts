import { describe, expect, test } from 'vitest'
import { tallyText } from './tally-text.js'

describe('tallyText', () => {
  test.each([
    [{ matched: 38, 'no-number': 3, pending: 0 }, 'correct 38, no number 3'],
    [{ 'health 00004': 2, 'police 00001': 14 }, 'police 00001 (14), health 00004 (2)'],
    [{}, '–'],
  ])('%j', (tally, text) => {
    expect(tallyText(tally, 'en')).toBe(text)
  })
})
