import { ParseError } from '@tiemchung/core'
import { revocationErrors } from '../../errors/revocation-errors.js'
import { hasHash, packHashes, type PackedHashes } from '../packed-hashes.js'
import { defaultMaxBytes, type FilterLimits, type HashFilter } from './hash-filter.js'

/** A partial variable hash filter: the first few octets of each revocation hash. */
export interface PartialHashFilter extends HashFilter {
  readonly kind: 'partial-hash'
  readonly proven: false
  /** Octets of each hash that are in it. */
  readonly hashLength: number
  /** The share of wrong "perhaps" that its maker states. */
  readonly falsePositiveRate: number
  /** Hashes that it was made for. */
  readonly capacity: number
}

const version = 1
const headerLength = 11
const mostOctets = 16

function faultOf(document: Uint8Array, maxBytes: number): string | undefined {
  const { length } = document
  if (length < headerLength || length > maxBytes) return 'length'
  const header = new DataView(document.buffer, document.byteOffset, headerLength)
  const rate = header.getFloat32(2)
  const hashLength = header.getInt8(10)
  if (header.getInt16(0) !== version) return 'version'
  if (!(rate >= 0 && rate <= 1)) return 'falsePositiveRate'
  if (header.getInt32(6) < 0) return 'capacity'
  if (hashLength < 1 || hashLength > mostOctets) return 'hashLength'
  if ((length - headerLength) % hashLength !== 0) return 'length'
  return undefined
}

/**
 * What the Java code writes for a hash. It takes the octets as a signed number, writes the shortest form of
 * it and fills up with zeros in front, so that of 0xFF, and then a first bit that is set, only zeros are
 * left. Its own look-up then misses the hash.
 */
function asWritten(hash: Uint8Array): Uint8Array {
  const written = new Uint8Array(hash)
  for (let at = 0; at + 1 < hash.length; at += 1) {
    if (hash[at] !== 0xff || (hash[at + 1] as number) < 128) break
    written[at] = 0
  }
  return written
}

function mightContain(hashes: PackedHashes, hash: Uint8Array): boolean {
  const first = hash.subarray(0, hashes.width)
  return hasHash(hashes, first) || hasHash(hashes, asWritten(first))
}

/**
 * A partial variable hash filter of the DCC revocation (dgca-partialvarhashfilter), read from its bytes:
 * version, share of errors, capacity, octets a hash, then the hashes.
 *
 * **Unproven**: there are no cases by others, so this follows the Java source alone. What it does not find
 * is therefore not `not-listed` but `maybe`, unless `filterRevocation` is told to `acceptUnproven`.
 * A hash whose first octets the Java writer spoils is found all the same. The older form without a
 * header is refused.
 *
 * @throws ParseError `certificate-revocation.partial-hash-filter`, with the field as its path
 */
export function readPartialHashFilter(
  bytes: Uint8Array,
  limits: FilterLimits = {},
): PartialHashFilter {
  const fault = faultOf(bytes, limits.maxBytes ?? defaultMaxBytes)
  if (fault !== undefined) {
    throw new ParseError(revocationErrors, 'certificate-revocation.partial-hash-filter', {
      path: [fault],
    })
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerLength)
  const hashLength = header.getInt8(10)
  // Not `slice`: that of a Buffer copies nothing.
  const hashes = packHashes(new Uint8Array(bytes.subarray(headerLength)), hashLength)
  return {
    kind: 'partial-hash',
    proven: false,
    hashLength,
    falsePositiveRate: header.getFloat32(2),
    capacity: header.getInt32(6),
    mightContain: (hash) => mightContain(hashes, hash),
  }
}
