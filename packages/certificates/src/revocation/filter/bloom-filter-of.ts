import { InputError } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import { revocationErrors } from '../../errors/revocation-errors.js'
import { systemCrypto } from '../../world.js'
import { bloomBits, setBits } from './bloom-bits.js'
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

/** How a filter is made. */
export interface BloomFilterOptions {
  /** The share of hashes that are not in it and still hit: above 0, at most 1. */
  readonly falsePositiveRate: number
  /** Hashes that it shall hold at that rate. Default: those that are given. */
  readonly capacity?: number
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

interface Size {
  readonly words: number
  readonly hashCount: number
}

/** The size that the Java code gives a filter; it adds the remainder as whole words, and so do we. */
function sizeOf(capacity: number, rate: number): Size {
  const leastBits = Math.ceil((capacity * Math.log(rate)) / Math.log(1 / Math.pow(2, Math.log(2))))
  const bytes = Math.floor(leastBits / 8) + 1
  const words = Math.floor(bytes / wordLength) + (bytes % wordLength)
  const hashCount = Math.max(1, Math.round(((words * 32) / capacity) * Math.log(2)))
  return { words, hashCount }
}

/**
 * A bloom filter of revocation hashes, of the size that the DCC's own code would give it; `toBytes()` is
 * what is published.
 *
 * @throws InputError `certificate-revocation.filter-size` for a rate, capacity or number of hashes that
 *   makes no filter; the least rate depends on the rounding of the size
 * @example
 * ```ts
 * import { fromBase64 } from '@tiemchung/core'
 * import { bloomFilterOf } from '@tiemchung/certificates/revocation'
 * async function publish(hashes: readonly string[]) {
 *   const filter = await bloomFilterOf(hashes.map(fromBase64), { falsePositiveRate: 1e-4 })
 *   return filter.toBytes()
 * }
 * ```
 */
export async function bloomFilterOf(
  hashes: readonly Uint8Array[],
  options: BloomFilterOptions,
): Promise<BloomFilter> {
  const { capacity = hashes.length, crypto = systemCrypto } = options
  const rate = Math.fround(options.falsePositiveRate)
  const sound = Number.isSafeInteger(capacity) && capacity >= Math.max(1, hashes.length)
  const size = sound && rate > 0 && rate <= 1 ? sizeOf(capacity, rate) : undefined
  if (size === undefined || size.hashCount > mostHashes || size.words > mostWords) {
    throw new InputError(revocationErrors, 'certificate-revocation.filter-size')
  }
  const document = new Uint8Array(headerLength + size.words * wordLength)
  const header = new DataView(document.buffer)
  header.setInt16(0, bloomVersion)
  header.setInt8(2, size.hashCount)
  header.setInt8(3, sha256Kind)
  header.setFloat32(4, rate)
  header.setInt32(8, capacity)
  header.setInt32(12, hashes.length)
  header.setInt32(16, size.words)
  const bits = bloomBits(document.subarray(headerLength), size.hashCount)
  for (const hash of hashes) await setBits(hash, bits, crypto)
  return bloomFilterIn(document)
}
