import { ParseError, toHex, utf8 } from '@tiemchung/core'
import { describe, expect, it } from 'vitest'
import { decodeBase45, encodeBase45 } from './base45.js'

describe('encodeBase45 and decodeBase45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('RFC 9285 section 4: %j is %j', (text, encoded) => {
    expect(encodeBase45(utf8(text))).toBe(encoded)
    expect(decodeBase45(encoded)).toEqual(utf8(text))
  })

  it.each([
    ['FGW', 'ffff'],
    ['U5', 'ff'],
    ['000', '0000'],
    ['00', '00'],
  ])('the edge %j is %s', (encoded, hex) => {
    expect(toHex(decodeBase45(encoded))).toBe(hex)
  })
})

describe('decodeBase45 refuses (P2)', () => {
  it.each([
    ['a group above 65535', 'GGW'],
    ['the largest group', ':::'],
    ['a pair above 255', 'V5'],
    ['a lone character', 'A'],
    ['a lone character at the end', 'BB8A'],
    ['lower case', 'bb8'],
    ['a character outside of the alphabet', 'BB8='],
    ['a line end', 'BB8\n'],
    ['a character beyond ASCII', 'BBŐ'],
    ['a character beyond 16 bits', 'B😀'],
  ])('%s', (_, text) => {
    expect(() => decodeBase45(text)).toThrow(ParseError)
    expect(() => decodeBase45(text)).toThrow(expect.objectContaining({ code: 'envelope.base45' }))
  })
})
