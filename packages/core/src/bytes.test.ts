import { describe, expect, it } from 'vitest'
import {
  concatBytes,
  equalBytes,
  fromBase64,
  fromBase64Url,
  fromHex,
  fromPem,
  fromUtf8,
  toBase64,
  toBase64Url,
  toHex,
  toPem,
  utf8,
} from './bytes.js'
import { hasCode } from './sdk-error.js'

const bytesOf = (...values: number[]) => new Uint8Array(values)

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (caught) {
    return hasCode(
      caught,
      'parse.utf8',
      'parse.base64',
      'parse.base64url',
      'parse.hex',
      'parse.pem',
    )
      ? caught.code
      : String(caught)
  }
  return 'none'
}

describe('utf8', () => {
  it.each([
    ['the first half of a pair', 'M\uD800u'],
    ['the second half of a pair', 'M\uDC00u'],
    ['two halves in the wrong order', '\uDC00\uD800'],
  ])('refuses %s, which would come back as another text', (_, text) => {
    expect(codeOf(() => utf8(text))).toBe('parse.utf8')
  })
})

describe('fromUtf8', () => {
  it.each([
    ['Vietnamese', 'Nguyễn Thị Mẫu'],
    ['a letter beyond the basic plane', '𝄞'],
    ['nothing', ''],
    ['a byte-order mark, which is a character here', '\uFEFFa'],
  ])('reads %s back', (_, text) => {
    expect(fromUtf8(utf8(text))).toBe(text)
  })

  it.each([
    ['a lone continuation', '80'],
    ['a cut sequence', 'e1bb'],
    ['an overlong slash', 'c0af'],
    ['an overlong slash of three bytes', 'e080af'],
    ['half a surrogate pair', 'eda080'],
    ['a code point beyond Unicode', 'f4908080'],
    ['a byte that never occurs', 'ff'],
    ['UTF-16', 'fffe6100'],
  ])('refuses %s', (_, hex) => {
    expect(codeOf(() => fromUtf8(fromHex(hex)))).toBe('parse.utf8')
  })
})

describe('concatBytes', () => {
  it.each([
    [[], []],
    [
      [[1], [], [2, 3]],
      [1, 2, 3],
    ],
  ])('joins %j', (parts, whole) => {
    expect(concatBytes(...parts.map((part) => bytesOf(...part)))).toEqual(bytesOf(...whole))
  })
})

describe('equalBytes', () => {
  it.each([
    ['two empty strings', [], [], true],
    ['the same', [1, 2], [1, 2], true],
    ['another last byte', [1, 2], [1, 3], false],
    ['a longer one', [1, 2], [1, 2, 0], false],
  ])('compares %s', (_, left, right, same) => {
    expect(equalBytes(bytesOf(...left), bytesOf(...right))).toBe(same)
  })
})

describe('fromHex', () => {
  it('reads both cases and writes lower case', () => {
    expect(toHex(fromHex('00aBFf'))).toBe('00abff')
  })

  it.each(['0', '0g', ' 00', '00\n', '0x00', '٠٠'])('refuses %j', (text) => {
    expect(codeOf(() => fromHex(text))).toBe('parse.hex')
  })
})

describe('base64 and base64url', () => {
  // RFC 4648 section 10.
  it.each([
    ['', '', ''],
    ['f', 'Zg==', 'Zg'],
    ['fo', 'Zm8=', 'Zm8'],
    ['foo', 'Zm9v', 'Zm9v'],
    ['foob', 'Zm9vYg==', 'Zm9vYg'],
    ['fooba', 'Zm9vYmE=', 'Zm9vYmE'],
    ['foobar', 'Zm9vYmFy', 'Zm9vYmFy'],
  ])('write %j as the RFC does, and read it back', (text, padded, bare) => {
    expect(toBase64(utf8(text))).toBe(padded)
    expect(toBase64Url(utf8(text))).toBe(bare)
    expect(fromUtf8(fromBase64(padded))).toBe(text)
    expect(fromUtf8(fromBase64Url(bare))).toBe(text)
  })

  it('differ in two digits', () => {
    expect(toBase64(bytesOf(0xfb, 0xff))).toBe('+/8=')
    expect(toBase64Url(bytesOf(0xfb, 0xff))).toBe('-_8')
  })

  it.each([
    ['padding', 'Zg=='],
    ['spare bits', 'Zh'],
    ['more spare bits', 'Zm9'],
    ['one digit too many', 'Zm9vY'],
    ["the other alphabet's plus", '+_8A'],
    ['a blank', 'Zm 9'],
    ['a line break at the end', 'Zm9v\n'],
    ['a letter outside ASCII', 'Zm9ắ'],
    ['a letter just outside', 'Zm9\u0080'],
  ])('base64url refuses %s', (_, text) => {
    expect(codeOf(() => fromBase64Url(text))).toBe('parse.base64url')
  })

  it.each([
    ['missing padding', 'Zg'],
    ['half the padding', 'Zg='],
    ['too much padding', 'Zm9v===='],
    ['padding alone', '===='],
    ['padding in the middle', 'Zg==Zg=='],
    ['spare bits', 'Zh=='],
    ["the other alphabet's digits", '-_8='],
    ['a line break', 'Zm9v\nZm9'],
  ])('base64 refuses %s', (_, text) => {
    expect(codeOf(() => fromBase64(text))).toBe('parse.base64')
  })
})

describe('PEM', () => {
  const der = Uint8Array.from({ length: 100 }, (_, index) => index)

  it('has lines of 64 characters and is read back', () => {
    const text = toPem(der, 'CERTIFICATE')
    expect(text.split('\n').map((line) => line.length)).toEqual([27, 64, 64, 8, 25, 0])
    expect(fromPem(text, 'CERTIFICATE')).toEqual([der])
  })

  it('may hold nothing', () => {
    expect(fromPem(toPem(bytesOf(), 'X'), 'X')).toEqual([bytesOf()])
  })

  it('gives every block of the label, and ignores other labels and the text around', () => {
    const text = `chain:\r\n${toPem(der, 'CERTIFICATE')}${toPem(bytesOf(1), 'CERTIFICATE')}`
    expect(fromPem(`${text}${toPem(bytesOf(2), 'PRIVATE KEY')}`, 'CERTIFICATE')).toEqual([
      der,
      bytesOf(1),
    ])
  })

  it('takes the label by the letter', () => {
    expect(codeOf(() => fromPem(toPem(der, 'CERTIFICATE'), '[A-Z]+'))).toBe('parse.pem')
  })

  const begin = '-----BEGIN CERTIFICATE-----'
  const end = '-----END CERTIFICATE-----'
  const broken = `${begin}\nA*AA\n${end}\n`
  it.each([
    ['no block', ''],
    ['another label', toPem(der, 'PRIVATE KEY')],
    ['no end', '-----BEGIN CERTIFICATE-----\nAAAA\n'],
    ['letters that are no base64', '-----BEGIN CERTIFICATE-----\nA*AA\n-----END CERTIFICATE-----'],
    ['base64 that is cut', '-----BEGIN CERTIFICATE-----\nAAA\n-----END CERTIFICATE-----'],
    ['a malformed block beside a good one', toPem(der, 'CERTIFICATE') + broken],
    ['a good block behind a malformed one', broken + toPem(der, 'CERTIFICATE')],
    ['a block without end behind a good one', `${toPem(der, 'CERTIFICATE')}${begin}\nAAAA\n`],
    ['an end without beginning', `AAAA\n${end}\n${toPem(der, 'CERTIFICATE')}`],
  ])('refuses %s', (_, text) => {
    expect(codeOf(() => fromPem(text, 'CERTIFICATE'))).toBe('parse.pem')
  })
})
