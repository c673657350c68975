import { expect, test } from 'vitest'
import { parsePassport } from './passport.js'

test.each([
  ['c1234567', 'VN', 'C1234567'],
  ['P 0123456', 'LA', 'P0123456'],
  ['123456789', 'US', '123456789'],
])('%j of %s is %s', (text, country, number) => {
  expect(parsePassport(text, country)).toEqual({ number, country })
})

test.each([
  ['12345678', 'VN'],
  ['C12345', 'VN'],
  ['P123', 'LA'],
  ['P123456789', 'LA'],
  ['PASSPORT', 'LA'],
  ['P-123456', 'LA'],
  ['P123456', 'Laos'],
  ['', 'LA'],
])('%j of %s is refused', (text, country) => {
  expect(() => parsePassport(text, country)).toThrow(
    expect.objectContaining({ code: 'identity.passport' }),
  )
})
