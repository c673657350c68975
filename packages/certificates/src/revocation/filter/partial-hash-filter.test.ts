import { systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, it } from 'vitest'
import { readPartialHashFilter } from './partial-hash-filter.js'

/** Version, share, capacity and the octets a hash, as the Java tests have them. */
const header = (hashLength: number) => [0, 1, 45, 47, 0xeb, 0xff, 0, 0, 0, 7, hashLength]
const filterOf = (hashLength: number, ...octets: readonly number[]) =>
  Uint8Array.from([...header(hashLength), ...octets])
const has = (bytes: Uint8Array, ...hash: readonly number[]) =>
  readPartialHashFilter(bytes).mightContain(Uint8Array.from(hash), systemCrypto)

describe('readPartialHashFilter (P35, unproven)', () => {
  const example = filterOf(2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)

  it('says that it is unproven', () => {
    expect(readPartialHashFilter(example)).toMatchObject({
      kind: 'partial-hash',
      proven: false,
      hashLength: 2,
      capacity: 7,
    })
  })

  it.each<[string, readonly number[], boolean]>([
    ['finds what the Java test finds', [3, 4], true],
    ['looks at the first octets of a whole hash', [3, 4, 5, 6], true],
    ['finds the first', [1, 2], true],
    ['finds the last', [13, 14], true],
    ['does not find two halves', [2, 3], false],
    ['does not find what is below all', [0, 0], false],
    ['does not fall off the end, as the Java search does', [200, 0], false],
    ['does not find less than it holds of a hash', [3], false],
  ])('%s', (_, hash, found) => {
    expect(has(example, ...hash)).toBe(found)
  })

  it('needs no order: the Java code sorts by sign, and others may not sort', () => {
    const unsorted = filterOf(2, 0x7f, 1, 0x80, 2, 0, 3, 0x80, 2)
    for (const hash of [
      [0x7f, 1],
      [0x80, 2],
      [0, 3],
    ])
      expect(has(unsorted, ...hash)).toBe(true)
    expect(has(unsorted, 0x7f, 2)).toBe(false)
  })

  it.each<[string, readonly number[], readonly number[], boolean]>([
    ['one octet lost', [0x00, 0xfe, 1], [0xff, 0xfe, 1], true],
    ['all but the last lost', [0x00, 0x00, 0xff], [0xff, 0xff, 0xff], true],
    ['nothing lost, as no sign follows', [0xff, 0x7f, 1], [0xff, 0x7f, 1], true],
    ['nothing lost, so zeros are another hash', [0x00, 0x7f, 1], [0xff, 0x7f, 1], false],
  ])('finds a hash that the Java writer spoils: %s', (_, written, hash, found) => {
    expect(has(filterOf(3, ...written), ...hash)).toBe(found)
  })

  it('of nothing finds nothing', () => {
    expect(has(filterOf(4), 1, 2, 3, 4)).toBe(false)
  })

  it.each<[string, Uint8Array, string]>([
    ['no byte', new Uint8Array(0), 'length'],
    ['a header that is cut off', filterOf(2).subarray(0, 10), 'length'],
    ['a hash that is cut off', filterOf(2, 1, 2, 3), 'length'],
    ['the older form without a header', Uint8Array.from([2, ...new Array(14).fill(1)]), 'version'],
    ['a rate that is no number', filterOf(2).fill(0xff, 2, 6), 'falsePositiveRate'],
    ['a capacity below nothing', filterOf(2).fill(0x80, 6, 7), 'capacity'],
    ['hashes of no octet', filterOf(0), 'hashLength'],
    ['hashes of fewer octets than none', filterOf(0x80), 'hashLength'],
    ['hashes longer than a revocation hash', filterOf(17), 'hashLength'],
  ])('refuses %s', (_, bytes, field) => {
    expect(() => readPartialHashFilter(bytes)).toThrow(
      expect.objectContaining({
        code: 'certificate-revocation.partial-hash-filter',
        path: [field],
      }),
    )
  })

  it('refuses what is larger than the caller wants', () => {
    expect(() => readPartialHashFilter(example, { maxBytes: 24 })).toThrow(
      expect.objectContaining({ path: ['length'] }),
    )
  })
})
