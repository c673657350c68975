/** The bits of a bloom filter: which of them an element sets. */
import { concatBytes } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'

/** The bits of a filter, in words of four bytes, counted from the left. */
export interface BloomBits {
  readonly bytes: Uint8Array
  /** How many bits an element sets, k. */
  readonly hashCount: number
}

/** The remainder of an unsigned number of big-endian octets, of an even length; the divisor is below 2^31. */
function remainder(octets: Uint8Array, divisor: number): number {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.length)
  let rest = 0
  // Two octets a step: 2^31 * 2^16 is still an exact number.
  for (let at = 0; at < octets.length; at += 2) {
    rest = (rest * 65_536 + view.getUint16(at)) % divisor
  }
  return rest
}

/** 2^256, by which a signed number of 32 octets is less than the unsigned one. */
const wrap = /* @__PURE__ */ Uint8Array.from({ length: 34 }, (_, at) => (at === 1 ? 1 : 0))

/**
 * The bit of an element for a seed: SHA-256 over the element and the seed's one octet, taken as a *signed*
 * number of 256 bits, modulo the number of bits. The Java code makes a `BigInteger` of the digest, and
 * its first bit is a sign.
 */
async function bitOf(
  seeded: Uint8Array,
  bitCount: number,
  crypto: CryptoProvider,
): Promise<number> {
  const digest = await crypto.digest('SHA-256', seeded)
  const rest = remainder(digest, bitCount)
  if ((digest[0] as number) < 128) return rest
  return (rest + bitCount - remainder(wrap, bitCount)) % bitCount
}

async function* bitsOf(
  element: Uint8Array,
  { bytes, hashCount }: BloomBits,
  crypto: CryptoProvider,
): AsyncGenerator<number> {
  const seeded = concatBytes(element, Uint8Array.of(0))
  for (let seed = 0; seed < hashCount; seed += 1) {
    seeded[element.length] = seed
    yield bitOf(seeded, bytes.length * 8, crypto)
  }
}

/** Sets every bit of an element. */
export async function setBits(
  element: Uint8Array,
  bits: BloomBits,
  crypto: CryptoProvider,
): Promise<void> {
  for await (const bit of bitsOf(element, bits, crypto)) {
    const at = Math.floor(bit / 8)
    bits.bytes[at] = (bits.bytes[at] as number) | (0x80 >> (bit % 8))
  }
}

/** Whether every bit of an element is set; asks no further behind the first that is not. */
export async function hasBits(
  element: Uint8Array,
  bits: BloomBits,
  crypto: CryptoProvider,
): Promise<boolean> {
  for await (const bit of bitsOf(element, bits, crypto)) {
    const octet = bits.bytes[Math.floor(bit / 8)] as number
    if ((octet & (0x80 >> (bit % 8))) === 0) return false
  }
  return true
}
