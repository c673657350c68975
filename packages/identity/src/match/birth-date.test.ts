import { parsePartialDate } from '@tiemchung/core'
import { expect, test } from 'vitest'
import { compareBirthDates } from './birth-date.js'

test.each([
  ['2016-05-01', '2016-05-01', 'exact'],
  ['2016-05', '2016-05', 'exact'],
  ['2016', '2016', 'exact'],
  ['2016-05-01', '2016-05', 'compatible'],
  ['2016-05-01', '2016', 'compatible'],
  ['2016-05', '2016', 'compatible'],
  ['2016-05-31', '2016-05', 'compatible'],
  ['2016-12-31', '2016', 'compatible'],
  ['2016-05-01', '2016-05-02', 'different'],
  ['2016-01-05', '2016-05-01', 'different'],
  ['2016-06-01', '2016-05', 'different'],
  ['2017-01-01', '2016', 'different'],
  ['2016', '2015', 'different'],
] as const)('%s and %s are %s', (left, right, agreement) => {
  const [one, other] = [parsePartialDate(left), parsePartialDate(right)]
  expect(compareBirthDates(one, other)).toBe(agreement)
  expect(compareBirthDates(other, one)).toBe(agreement)
})
