import { earliestDay, latestDay, parsePartialDate } from '@tiemchung/core'
import { expect, test } from 'vitest'
import { compareBirthDates } from './birth-date.js'

test.each([
  ['2016-05-01', '2016-05-01', 'exact'],
  ['2016-05', '2016-05', 'compatible'],
  ['2016', '2016', 'compatible'],
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

const dates = ['2015', '2016', '2016-01', '2016-05', '2016-01-05', '2016-05-01', '2016-05-31']
const pairs = dates.flatMap((left) => dates.map((right) => [left, right] as const))

test.each(pairs)(
  '%s and %s contradict each other when their days lie apart, or are two of one length',
  (left, right) => {
    const [one, other] = [parsePartialDate(left), parsePartialDate(right)]
    const apart = latestDay(one) < earliestDay(other) || latestDay(other) < earliestDay(one)
    const differs = left !== right && (apart || left.length === right.length)
    expect(compareBirthDates(one, other) === 'different').toBe(differs)
  },
)
