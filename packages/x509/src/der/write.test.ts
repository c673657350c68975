import { toHex } from '@tiemchung/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentOf, onlyElement } from './cursor.js'
import { readOid, readUnsigned, tags } from './values.js'
import { writeElement, writeOid, writeUnsigned } from './write.js'

describe('writeElement', () => {
  test.each([
    [0, '0400'],
    [127, '047f'],
    [128, '048180'],
    [256, '04820100'],
    [65_536, '0483010000'],
  ])('writes a length of %i in its one form', (length, head) => {
    const der = writeElement(tags.octetString, new Uint8Array(length))
    expect(toHex(der.subarray(0, der.length - length))).toBe(head)
    expect(contentOf(onlyElement(der, tags.octetString, der.length))).toHaveLength(length)
  })
})

describe('writeUnsigned', () => {
  test.each([
    [[], '020100'],
    [[0, 0], '020100'],
    [[0x7f], '02017f'],
    [[0x80], '02020080'],
    [[0, 0, 1], '020101'],
  ])('writes %j in its shortest form', (octets, hex) => {
    expect(toHex(writeUnsigned(new Uint8Array(octets)))).toBe(hex)
  })

  test('writes what the reader reads', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 160n }), (number) => {
        const hex = number.toString(16)
        const even = hex.length % 2 === 0 ? hex : `0${hex}`
        const octets = Uint8Array.from(even.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
        const der = writeUnsigned(octets)
        const read = readUnsigned(onlyElement(der, tags.integer, der.length))
        expect(BigInt(`0x${toHex(read)}`)).toBe(number)
      }),
    )
  })
})

describe('writeOid', () => {
  test.each([
    '1.2.840.113549.1.7.2',
    '2.5.29.37',
    '0.9.2342.19200300.100.1.1',
    '2.999.1',
    '1.3.128',
  ])('writes %s as the reader reads it', (dotted) => {
    const der = writeOid(dotted)
    expect(readOid(onlyElement(der, tags.oid, der.length))).toBe(dotted)
  })
})
