import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backoffMs } from './backoff.js'

const rule = { attempts: 9, baseMs: 300, capMs: 2000 }
const drawing = (byte: number) => ({ bytes: (length: number) => new Uint8Array(length).fill(byte) })

describe('backoffMs', () => {
  test.each([
    [1, 300],
    [2, 600],
    [3, 1200],
    [4, 2000],
    [9, 2000],
  ])('after attempt %i the longest wait is %i ms and the shortest none', (attempt, longest) => {
    expect(backoffMs(rule, attempt, drawing(255))).toBe(longest)
    expect(backoffMs(rule, attempt, drawing(0))).toBe(0)
  })

  test('every wait lies between nothing and the cap', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 60 }),
        (bytes, attempt) => {
          const wait = backoffMs(rule, attempt, { bytes: () => bytes })
          expect(Number.isInteger(wait) && wait >= 0 && wait <= rule.capMs).toBe(true)
        },
      ),
    )
  })
})
