import { ParseError } from '@tiemchung/core'
import { revocationErrors } from '../../errors/revocation-errors.js'
import {
  type BloomFilter,
  bloomFilterIn,
  bloomVersion,
  headerLength,
  mostHashes,
  mostWords,
  sha256Kind,
  wordLength,
} from './bloom-filter.js'
import { defaultMaxBytes, type FilterLimits } from './hash-filter.js'

function faultOf(document: Uint8Array, maxBytes: number): string | undefined {
  const { length } = document
  if (length < headerLength + wordLength || length > maxBytes) return 'length'
  const header = new DataView(document.buffer, document.byteOffset, headerLength)
  const hashes = header.getInt8(2)
  const rate = header.getFloat32(4)
  const words = header.getInt32(16)
  if (header.getInt16(0) !== bloomVersion) return 'version'
  if (hashes < 1 || hashes > mostHashes) return 'hashCount'
  if (header.getInt8(3) !== sha256Kind) return 'hashKind'
  if (!(rate >= 0 && rate <= 1)) return 'falsePositiveRate'
  if (header.getInt32(8) < 0) return 'capacity'
  if (header.getInt32(12) < 0) return 'elementCount'
  if (words > mostWords || headerLength + words * wordLength !== length) return 'words'
  return undefined
}

/**
 * A bloom filter of the DCC revocation, read from its bytes. What is cut off, longer than it says or
 * larger than `maxBytes` is refused before any of it is used.
 *
 * It does not establish who made the filter, and a hit is only a "perhaps": give the filter to
 * `filterRevocation` with something that confirms.
 *
 * @throws ParseError `certificate-revocation.bloom-filter`, with the field as its path
 * @example
 * ```ts
 * import { readBloomFilter } from '@tiemchung/certificates/revocation'
 * const share = (bytes: Uint8Array) => readBloomFilter(bytes).falsePositiveRate
 * ```
 */
export function readBloomFilter(bytes: Uint8Array, limits: FilterLimits = {}): BloomFilter {
  const fault = faultOf(bytes, limits.maxBytes ?? defaultMaxBytes)
  if (fault !== undefined) {
    throw new ParseError(revocationErrors, 'certificate-revocation.bloom-filter', { path: [fault] })
  }
  // Not `slice`: that of a Buffer copies nothing.
  return bloomFilterIn(new Uint8Array(bytes))
}
