import { fromHex, toHex } from '../bytes.js'
import { InputError, ParseError } from '../sdk-error.js'
import { describe, expect, it } from 'vitest'
import { decodeCbor, decodeDeterministicCbor } from './decode.js'
import { encodeCbor } from './encode.js'
import { CborFloat, CborSimple, CborTag, type CborValue } from './value.js'

const refusedAs = (reason: string) =>
  expect.objectContaining({ code: 'parse.cbor', params: { reason } }) as Error

describe('decodeCbor and encodeCbor', () => {
  it.each<[string, CborValue]>([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['190100', 256],
    ['1a00010000', 65_536],
    ['1b001fffffffffffff', Number.MAX_SAFE_INTEGER],
    ['1b0020000000000000', 9_007_199_254_740_992n],
    ['1bffffffffffffffff', 18_446_744_073_709_551_615n],
    ['20', -1],
    ['3b001ffffffffffffe', -9_007_199_254_740_991],
    ['3b001fffffffffffff', -9_007_199_254_740_992n],
    ['3bffffffffffffffff', -18_446_744_073_709_551_616n],
    ['f4', false],
    ['f6', null],
    ['f7', undefined],
    ['f0', new CborSimple(16)],
    ['f8ff', new CborSimple(255)],
    ['f90000', new CborFloat(0)],
    ['f98000', new CborFloat(-0)],
    ['f90001', new CborFloat(5.960464477539063e-8)],
    ['f903ff', new CborFloat(6.097555160522461e-5)],
    ['f90400', new CborFloat(6.103515625e-5)],
    ['f97bff', new CborFloat(65_504)],
    ['f97c00', new CborFloat(Number.POSITIVE_INFINITY)],
    ['f97e00', new CborFloat(Number.NaN)],
    ['fa47c35000', new CborFloat(100_000)],
    ['fb3ff199999999999a', new CborFloat(1.1)],
    ['c11a514b67b0', new CborTag(1, 1_363_896_240)],
    ['dbffffffffffffffff00', new CborTag(18_446_744_073_709_551_615n, 0)],
    ['4401020304', Uint8Array.of(1, 2, 3, 4)],
    ['62c3bc', 'ü'],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    [
      'a2012061610c',
      new Map<number | string, number>([
        [1, -1],
        ['a', 12],
      ]),
    ],
  ])('%s both ways', (hex, value) => {
    expect(decodeCbor(fromHex(hex))).toEqual(value)
    expect(toHex(encodeCbor(value))).toBe(hex)
  })

  it.each<[string, string, CborValue]>([
    ['a list', '9f018202039f0405ffff', [1, [2, 3], [4, 5]]],
    [
      'a map',
      'bf61610161629f0203ffff',
      new Map<string, CborValue>([
        ['a', 1],
        ['b', [2, 3]],
      ]),
    ],
    ['bytes', '5f42010243030405ff', Uint8Array.of(1, 2, 3, 4, 5)],
    ['text', '7f657374726561646d696e67ff', 'streaming'],
  ])('reads %s of open length, unless that is not granted (P5)', (_, hex, value) => {
    expect(decodeCbor(fromHex(hex))).toEqual(value)
    expect(() => decodeCbor(fromHex(hex), { indefiniteLengths: false })).toThrow(
      refusedAs('indefinite'),
    )
  })

  it.each(['1817', '190018', '1a00000100', '1b0000000000000001', '5801ff', 'b80161610c'])(
    'reads the long form %s, unless that is not granted',
    (hex) => {
      expect(() => decodeCbor(fromHex(hex))).not.toThrow()
      expect(() => decodeCbor(fromHex(hex), { longForms: false })).toThrow(refusedAs('long-form'))
    },
  )

  it('keeps byte strings as views of the received bytes', () => {
    const input = fromHex('4401020304')
    expect((decodeCbor(input) as Uint8Array).buffer).toBe(input.buffer)
  })

  it('grows with what it writes', () => {
    const long = [new Uint8Array(5000).fill(7), 'ơ'.repeat(3000), 'a'.repeat(70_000)]
    expect(decodeCbor(encodeCbor(long))).toEqual(long)
  })

  it.each<[string, CborValue]>([
    ['a byte', 1],
    ['two bytes of head', 1000],
    ['a head of eight bytes', 2n ** 60n],
    ['a half float', new CborFloat(1.5)],
    ['a double', new CborFloat(1.1)],
    ['text', 'ab'],
  ])('grows in the middle of %s, wherever the buffer ends', (_, value) => {
    for (let length = 1010; length < 1030; length += 1) {
      const list = [new Uint8Array(length), value, value]
      expect(decodeCbor(encodeCbor(list))).toEqual(list)
    }
  })

  it('writes maps in the order of their encoded keys, whatever their own order', () => {
    const map = new Map<number | string, CborValue>([
      ['b', 1],
      [-1, 2],
      [10, 3],
      ['aa', 4],
    ])
    expect(toHex(encodeCbor(map))).toBe('a40a0320026162016261 6104'.replace(' ', ''))
  })

  it.each([2 ** 53, -(2 ** 53), 2n ** 64n, -(2n ** 64n) - 1n, new CborSimple(24)])(
    'refuses to write %s',
    (value) => {
      expect(() => encodeCbor(value)).toThrow(InputError)
    },
  )
})

describe('decodeCbor refuses', () => {
  it.each([
    ['nothing', '', 'truncated'],
    ['a head without its argument', '19ff', 'truncated'],
    ['text longer than what is left', '6161'.slice(0, 2), 'truncated'],
    ['a length of four gigabytes', '5affffffff00', 'truncated'],
    ['a length beyond 2^53', '5bffffffffffffffff', 'truncated'],
    ['a list longer than what is left', '9a0fffffff00', 'truncated'],
    ['an open list without its end', '9f01', 'truncated'],
    ['reserved additional information', '1c', 'malformed'],
    ['a break outside of anything open', 'ff', 'malformed'],
    ['a break as the value of a map', 'bf01ff', 'malformed'],
    ['an open number', '1f', 'malformed'],
    ['an open tag', 'df00', 'malformed'],
    ['text among the chunks of bytes', '5f6161ff', 'malformed'],
    ['an open chunk', '5f5f4101ffff', 'malformed'],
    ['a two-byte simple value below 32', 'f818', 'malformed'],
    ['bytes behind the item', '0000', 'trailing'],
    ['a key twice', 'a2010101 02'.replace(' ', ''), 'duplicate-key'],
    ['a key twice in an open map', 'bf61610161 6102ff'.replace(' ', ''), 'duplicate-key'],
    ['the same key in two lengths', 'a2010118010 2'.replace(' ', ''), 'duplicate-key'],
    ['a list as key', 'a18001', 'key'],
    ['a float as key', 'a1f93c0001', 'key'],
    ['overlong UTF-8', '62c080', 'utf8'],
    ['a surrogate in UTF-8', '63eda080', 'utf8'],
    ['a character cut in two by chunks', '7f61c361bcff', 'utf8'],
  ])('%s', (_, hex, reason) => {
    expect(() => decodeCbor(fromHex(hex))).toThrow(ParseError)
    expect(() => decodeCbor(fromHex(hex))).toThrow(refusedAs(reason))
  })

  it.each([
    ['lists', '81'],
    ['open lists', '9f'],
    ['tags', 'c1'],
    ['maps', 'a100'],
  ])('%s inside each other beyond the depth', (_, head) => {
    expect(() => decodeCbor(fromHex(`${head.repeat(5000)}00`))).toThrow(refusedAs('depth'))
  })

  it('more items than allowed, however small they are', () => {
    const many = Uint8Array.of(0x99, 0x75, 0x30, ...new Uint8Array(30_000).fill(0x80))
    expect(() => decodeCbor(many)).toThrow(refusedAs('items'))
  })

  it('takes exactly the allowed depth and number of items', () => {
    const bytes = fromHex('8200a10101')
    expect(decodeCbor(bytes, { maxDepth: 2, maxItems: 5 })).toEqual([0, new Map([[1, 1]])])
    expect(() => decodeCbor(bytes, { maxDepth: 1 })).toThrow(refusedAs('depth'))
    expect(() => decodeCbor(bytes, { maxItems: 4 })).toThrow(refusedAs('items'))
  })
})

describe('decodeDeterministicCbor', () => {
  it('reads the deterministic encoding', () => {
    expect(decodeDeterministicCbor(fromHex('a2012061610c'))).toEqual(
      new Map<number | string, number>([
        [1, -1],
        ['a', 12],
      ]),
    )
  })

  it.each([
    ['keys out of order', 'a261610c0120', 'not-deterministic'],
    ['text keys by letter and not by length', 'a262616101616202', 'not-deterministic'],
    ['a float of four octets that two can hold', 'fa3fc00000', 'not-deterministic'],
    ['a float of eight octets that four can hold', 'fb40f86a0000000000', 'not-deterministic'],
    ['NaN with a payload', 'f97e01', 'not-deterministic'],
    ['a number longer than needed', '1817', 'long-form'],
    ['a length longer than needed', '5801ff', 'long-form'],
    ['a tag longer than needed', 'd81200', 'long-form'],
    ['an open length', '9fff', 'indefinite'],
  ])('refuses %s', (_, hex, reason) => {
    expect(() => decodeCbor(fromHex(hex))).not.toThrow()
    expect(() => decodeDeterministicCbor(fromHex(hex))).toThrow(refusedAs(reason))
  })

  it('keeps to the limits that it is given', () => {
    const bytes = fromHex('8200a10101')
    expect(() => decodeDeterministicCbor(bytes, { maxItems: 4 })).toThrow(refusedAs('items'))
  })
})
