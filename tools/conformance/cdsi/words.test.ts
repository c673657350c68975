import { expect, test } from 'vitest'
import { dayBefore, effectiveOf, lengthOf, productIds } from './words.js'

test.each([
  ['0 days', 'P0D', 0],
  ['12 months', 'P1Y', 0],
  ['18 months - 4 days', 'P1Y6M', 4],
  ['7 years + 4 weeks', 'P7Y28D', 0],
  ['8 months + 1 day', 'P8M1D', 0],
  ['16 years - 4 months', 'P15Y8M', 0],
  ['6 weeks - 4 days', 'P38D', 0],
  ['28 days - 4 days', 'P24D', 0],
])('%s', (text, iso, graceDays) => {
  expect(lengthOf(text)).toEqual({ iso, graceDays })
})

test('days, periods and lists of codes', () => {
  expect(dayBefore('20250301')).toBe('2025-02-28')
  expect(effectiveOf({})).toEqual({})
  expect(effectiveOf({ cessationDate: '20161215' })).toEqual({ effective: { to: '2016-12-15' } })
  expect(productIds('3; 21;121')).toEqual(['cvx-03', 'cvx-21', 'cvx-121'])
})
