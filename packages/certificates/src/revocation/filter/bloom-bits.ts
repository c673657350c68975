/** The bits of a bloom filter: which of them an element sets. */
import { concatBytes } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'

/** The bits of a filter, in words of four bytes, counted from the left. */
export interface BloomBits {
  readonly bytes: Uint8Array
  /** How many bits an element sets, k. */
  readonly hashCount: number
  /** How many there are, m. */
  readonly bitCount: number
  /** 2^256 modulo the number of bits: what a signed number of 32 octets is less than the unsigned one. */
  readonly wrap: number
}

/** The remainder of an unsigned number of big-endian octets, of an even length; the divisor is below 2^31. */
function remainder(octets: Uint8Array, divisor: number): number {
  let rest = 0
  // Two octets a step: 2^31 * 2^16 is still an exact number.
  for (let at = 0; at < octets.length; at += 2) {
    const pair = (octets[at] as number) * 256 + (octets[at + 1] as number)
    rest = (rest * 65_536 + pair) % divisor
  }
  return rest
}

/** The bits of a filter in these bytes. */
export function bloomBits(bytes: Uint8Array, hashCount: number): BloomBits {
  const bitCount = bytes.length * 8
  const power = Uint8Array.from({ length: 34 }, (_, at) => (at === 1 ? 1 : 0))
  return { bytes, hashCount, bitCount, wrap: remainder(power, bitCount) }
}

/**
 * The bit of a digest: it is taken as a *signed* number of 256 bits, modulo the number of bits. The Java code
 * makes a `BigInteger` of the digest, and its first bit is a sign.
 */
function bitOf(digest: Uint8Array, { bitCount, wrap }: BloomBits): number {
  const rest = remainder(digest, bitCount)
  return (digest[0] as number) < 128 ? rest : (rest + bitCount - wrap) % bitCount
}

/** Visits the bits of an element, one for each seed: SHA-256 over the element and one octet. Ends at a false. */
async function everyBit(
  element: Uint8Array,
  bits: BloomBits,
  crypto: CryptoProvider,
  visit: (octet: number, mask: number) => boolean,
): Promise<boolean> {
  const seeded = concatBytes(element, Uint8Array.of(0))
  for (let seed = 0; seed < bits.hashCount; seed += 1) {
    seeded[element.length] = seed
    const digest = crypto.digest('SHA-256', seeded)
    // A host that hashes at once is not made to wait: a filter of a million hashes is 13 million digests.
    const bit = bitOf(digest instanceof Uint8Array ? digest : await digest, bits)
    if (!visit(Math.floor(bit / 8), 0x80 >> (bit % 8))) return false
  }
  return true
}

/** Sets every bit of an element. */
export async function setBits(
  element: Uint8Array,
  bits: BloomBits,
  crypto: CryptoProvider,
): Promise<void> {
  const { bytes } = bits
  await everyBit(element, bits, crypto, (octet, mask) => {
    bytes[octet] = (bytes[octet] as number) | mask
    return true
  })
}

/** Whether every bit of an element is set; asks no further behind the first that is not. */
export function hasBits(
  element: Uint8Array,
  bits: BloomBits,
  crypto: CryptoProvider,
): Promise<boolean> {
  const { bytes } = bits
  return everyBit(element, bits, crypto, (octet, mask) => ((bytes[octet] as number) & mask) !== 0)
}
