import { isSdkError, toHex } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { bytes, tlv } from '../certificate/forge.fixture.js'
import { DerCursor, type DerElement, inside, maximumDepth, onlyElement, rawOf } from './cursor.js'
import {
  readAscii,
  readBoolean,
  readDefaultFalse,
  readInteger,
  readNamedBits,
  readNull,
  readOctetAlignedBits,
  readOid,
  readSmallInteger,
  readTime,
  readUnsigned,
  readUtf8,
  tags,
} from './values.js'

function element(...octets: readonly number[]): DerElement {
  return new DerCursor(bytes(...octets), 0, octets.length, 0).any()
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run()
  } catch (caught) {
    if (isSdkError(caught)) return caught.code
    throw caught
  }
  return undefined
}

describe('onlyElement', () => {
  test.each([
    ['an indefinite length', [0x30, 0x80, 0, 0], 'x509.der.length'],
    ['a long length that fits the short form', [0x30, 0x81, 1, 5], 'x509.der.length'],
    ['a length with a leading zero', [0x30, 0x82, 0, 0x80], 'x509.der.length'],
    ['a length of five octets', [0x30, 0x85, 0, 0, 0, 0, 1, 0], 'x509.der.length'],
    ['a length beyond the input', [0x30, 2, 5], 'x509.der.truncated'],
    ['a length octet that is missing', [0x30], 'x509.der.truncated'],
    ['long length octets that are missing', [0x30, 0x82, 1], 'x509.der.truncated'],
    ['nothing at all', [], 'x509.der.truncated'],
    ['a trailing octet', [0x30, 0, 0], 'x509.der.trailing'],
    ['another tag', [0x31, 0], 'x509.der.tag'],
  ])('refuses %s', (_, octets, code) => {
    expect(codeOf(() => onlyElement(bytes(...octets), tags.sequence, 1000))).toBe(code)
  })

  test('refuses more than its limit before it reads', () => {
    expect(codeOf(() => onlyElement(new Uint8Array(11), tags.sequence, 10))).toBe('x509.der.size')
  })

  test.each([
    ['a tag of several octets', [0x1f, 1, 0]],
    ['end-of-contents', [0, 0]],
  ])('refuses %s', (_, octets) => {
    expect(codeOf(() => element(...octets))).toBe('x509.der.tag')
  })

  test('reads lengths of one, two and three octets', () => {
    for (const length of [0x7f, 0x80, 0xff, 0x100, 0x1234]) {
      const whole = tlv(0x04, new Uint8Array(length))
      expect(rawOf(onlyElement(whole, 0x04, 10_000))).toHaveLength(whole.length)
    }
  })

  test('refuses deeper nesting than its cap', () => {
    let nested = tlv(0x30)
    for (let depth = 0; depth <= maximumDepth; depth += 1) nested = tlv(0x30, nested)
    const dive = () => {
      let cursor = inside(onlyElement(nested, 0x30, 10_000))
      while (!cursor.done) cursor = cursor.enter(0x30)
    }
    expect(codeOf(dive)).toBe('x509.der.depth')
  })
})

describe('values', () => {
  test.each([
    ['BOOLEAN 01', () => readBoolean(element(1, 1, 1)), 'x509.der.boolean'],
    ['BOOLEAN of two octets', () => readBoolean(element(1, 2, 0, 0)), 'x509.der.boolean'],
    ['a written default', () => readDefaultFalse(element(1, 1, 0)), 'x509.der.default'],
    ['an empty INTEGER', () => readInteger(element(2, 0)), 'x509.der.integer'],
    ['a padded INTEGER', () => readInteger(element(2, 2, 0, 0x7f)), 'x509.der.integer'],
    ['a padded negative', () => readInteger(element(2, 2, 0xff, 0x80)), 'x509.der.integer'],
    ['a negative count', () => readSmallInteger(element(2, 1, 0xff)), 'x509.der.integer'],
    ['a large count', () => readSmallInteger(element(2, 5, 1, 0, 0, 0, 0)), 'x509.der.integer'],
    ['a negative magnitude', () => readUnsigned(element(2, 1, 0x80)), 'x509.der.integer'],
    ['NULL with content', () => readNull(element(5, 1, 0)), 'x509.der.tag'],
    ['stray bits', () => readOctetAlignedBits(element(3, 2, 1, 2)), 'x509.der.bit-string'],
    ['a BIT STRING of nothing', () => readOctetAlignedBits(element(3, 0)), 'x509.der.bit-string'],
    ['eight unused bits', () => readNamedBits(element(3, 2, 8, 0), []), 'x509.der.bit-string'],
    ['unused bits of nothing', () => readNamedBits(element(3, 1, 1), []), 'x509.der.bit-string'],
    ['trailing zero bits', () => readNamedBits(element(3, 2, 0, 0x80), []), 'x509.der.bit-string'],
    ['set unused bits', () => readNamedBits(element(3, 2, 7, 0xc0), []), 'x509.der.bit-string'],
    [
      'a last octet of zero',
      () => readNamedBits(element(3, 3, 0, 1, 0), []),
      'x509.der.bit-string',
    ],
    ['an empty OID', () => readOid(element(6, 0)), 'x509.der.oid'],
    ['a padded OID', () => readOid(element(6, 3, 0x2a, 0x80, 1)), 'x509.der.oid'],
    ['an unfinished OID', () => readOid(element(6, 2, 0x2a, 0x81)), 'x509.der.oid'],
    [
      'an OID arc beyond safe numbers',
      () => readOid(element(6, 9, 0x2a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)),
      'x509.der.oid',
    ],
    ['a letter beyond ASCII', () => readAscii(element(0x16, 1, 0xe9)), 'x509.der.text'],
    ['malformed UTF-8', () => readUtf8(element(0x0c, 1, 0xff)), 'x509.der.text'],
    ['a time that is not one', () => readTime(element(0x04, 0)), 'x509.der.tag'],
  ])('refuses %s', (_, run, code) => {
    expect(codeOf(run)).toBe(code)
  })

  test('reads named bits in order, and none from an empty list', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const
    expect(readNamedBits(element(3, 3, 7, 0x41, 0x80), names)).toEqual(['b', 'h', 'i'])
    expect(readNamedBits(element(3, 1, 0), names)).toEqual([])
  })

  test.each([
    ['2.5.29.15', [0x55, 0x1d, 0x0f]],
    ['1.2.840.10045.4.3.2', [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2]],
    // The same hash in the table of known ones as 2.5.4.3.
    ['2.4.35.3', [0x54, 0x23, 0x03]],
    ['2.999', [0x88, 0x37]],
    ['0.9', [9]],
  ])('reads the OID %s', (dotted, octets) => {
    expect(readOid(element(6, octets.length, ...octets))).toBe(dotted)
  })

  test('takes the sign octet off a magnitude', () => {
    expect(toHex(readUnsigned(element(2, 2, 0, 0xff)))).toBe('ff')
    expect(toHex(readUnsigned(element(2, 1, 0)))).toBe('00')
    expect(readSmallInteger(element(2, 2, 1, 2))).toBe(258)
  })
})

describe('readTime', () => {
  const time = (tag: number, text: string) => () =>
    readTime(new DerCursor(tlv(tag, new TextEncoder().encode(text)), 0, text.length + 2, 0).any())

  test.each([
    ['2049', 0x17, '491231235959Z', '2049-12-31T23:59:59.000Z'],
    ['1950', 0x17, '500101000000Z', '1950-01-01T00:00:00.000Z'],
    ['a leap day', 0x17, '240229120000Z', '2024-02-29T12:00:00.000Z'],
    ['the leap day of 2000', 0x17, '000229120000Z', '2000-02-29T12:00:00.000Z'],
    ['year 9999', 0x18, '99991231235959Z', '9999-12-31T23:59:59.000Z'],
    ['year 42', 0x18, '00420101000000Z', '0042-01-01T00:00:00.000Z'],
  ])('reads %s', (_, tag, text, instant) => {
    expect(time(tag, text)().toISOString()).toBe(instant)
  })

  test.each([
    ['no seconds', 0x17, '2201010000Z'],
    ['an offset', 0x17, '220101000000+0700'],
    ['a fraction', 0x18, '20220101000000.5Z'],
    ['30 February', 0x17, '220230000000Z'],
    ['29 February 2100', 0x18, '21000229120000Z'],
    ['hour 24', 0x17, '220101240000Z'],
    ['month 13', 0x17, '221301000000Z'],
    ['second 60', 0x17, '220101000060Z'],
    ['no zone', 0x18, '20220101000000'],
  ])('refuses %s', (_, tag, text) => {
    expect(codeOf(time(tag, text))).toBe('x509.der.time')
  })
})
