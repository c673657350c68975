import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tenfold } from './tenfold.js'

test.each([
  ['0.2', '2'],
  ['0.25', '2.5'],
  ['0.3', '3'],
  ['0.5', '5'],
  ['0.05', '0.5'],
  ['1', '10'],
  ['0.50', '5'],
  ['12.125', '121.25'],
])('ten times %s is %s', (volume, ten) => {
  expect(tenfold(volume)).toBe(ten)
})

test('is ten times the number, whatever the volume', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (thousandths) => {
      const volume = (thousandths / 1000).toFixed(3)
      expect(Number(tenfold(volume))).toBeCloseTo(thousandths / 100, 9)
    }),
  )
})
