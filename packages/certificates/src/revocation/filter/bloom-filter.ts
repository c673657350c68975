/**
 * The bloom filter of the DCC revocation (dgc-bloomfilter), as its Java code writes it, which is not quite
 * as its text says: the number of hashes stands before their kind, and the length counts words.
 *
 *     0  int16  version, 1          8  int32  elements that it was made for
 *     2  int8   hashes an element  12  int32  elements that are in it
 *     3  int8   kind, 0 = SHA-256  16  int32  words
 *     4  float  share of errors    20  int32  the words
 */
import { bloomBits, hasBits } from './bloom-bits.js'
import type { HashFilter } from './hash-filter.js'

export const bloomVersion = 1
export const sha256Kind = 0
export const headerLength = 20
export const wordLength = 4
/** A signed octet. */
export const mostHashes = 127
/** The bits of more words are no int32 in the Java code. */
export const mostWords = 67_108_863

/** A bloom filter of revocation hashes. */
export interface BloomFilter extends HashFilter {
  readonly kind: 'bloom'
  /** Hashes an element, k. */
  readonly hashCount: number
  /** Bits, m. */
  readonly bitCount: number
  /** The share of wrong "perhaps" that its maker states, p, when it holds no more than `capacity`. */
  readonly falsePositiveRate: number
  /** Elements that it was made for, n. */
  readonly capacity: number
  /** Elements that its maker counted. */
  readonly elementCount: number
  /** The filter as it is published. */
  toBytes(): Uint8Array
}

/** The filter of a document whose header holds. The document is kept, not copied. */
export function bloomFilterIn(document: Uint8Array): BloomFilter {
  const header = new DataView(document.buffer, document.byteOffset, headerLength)
  const hashCount = header.getInt8(2)
  const bits = bloomBits(document.subarray(headerLength), hashCount)
  return {
    kind: 'bloom',
    proven: true,
    hashCount,
    bitCount: bits.bitCount,
    falsePositiveRate: header.getFloat32(4),
    capacity: header.getInt32(8),
    elementCount: header.getInt32(12),
    mightContain: (hash, crypto) => hasBits(hash, bits, crypto),
    toBytes: () => document.slice(),
  }
}
