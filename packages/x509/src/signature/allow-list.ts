/** Which algorithms and keys are strong enough to be believed. */
import { type KeyKind, keyKindOf, type SignatureScheme } from '@tiemchung/core/crypto'
import { type AlgorithmIdentifier, schemeOfAlgorithm } from '../certificate/algorithm.js'
import { inside, onlyElement } from '../der/cursor.js'
import { octetAt } from '../der/octet.js'
import { readOctetAlignedBits, readUnsigned, tags } from '../der/values.js'
import { readable } from '../readable.js'
import { type AlgorithmPolicy, modernAlgorithms } from './algorithm-policy.js'

/** The allowed scheme of an algorithm; undefined also when its parameters are malformed. */
export function allowedScheme(
  algorithm: AlgorithmIdentifier,
  { hashes }: AlgorithmPolicy = modernAlgorithms,
): SignatureScheme | undefined {
  const scheme = readable(() => schemeOfAlgorithm(algorithm))
  if (scheme === undefined || scheme.name === 'Ed25519') return scheme
  return hashes.includes(scheme.hash) ? scheme : undefined
}

/** No policy goes below. */
const leastModulusBits = 1024
/** A cap on work: verification time grows with the square of the modulus. */
const mostModulusBits = 16_384
const longestExponent = 8

/** A public exponent that is odd, above one and short. */
function soundExponent(spki: Uint8Array): boolean {
  const info = inside(onlyElement(spki, tags.sequence, spki.length))
  info.read(tags.sequence)
  const key = readOctetAlignedBits(info.read(tags.bitString))
  const numbers = inside(onlyElement(key, tags.sequence, key.length))
  numbers.read(tags.integer)
  const exponent = readUnsigned(numbers.read(tags.integer))
  const last = octetAt(exponent, exponent.length - 1)
  return exponent.length <= longestExponent && last % 2 === 1 && (exponent.length > 1 || last > 1)
}

/** Why a public key is not allowed, or undefined when it is. */
export function keyRefusal(
  spki: Uint8Array,
  { leastRsaBits }: AlgorithmPolicy = modernAlgorithms,
): string | undefined {
  const kind: KeyKind | undefined = readable(() => keyKindOf(spki))
  if (kind === undefined) return 'key-not-allowed'
  if (kind.type !== 'rsa') return undefined
  // Written so that a number that is none refuses.
  const least = Math.max(leastModulusBits, leastRsaBits)
  if (!(kind.modulusBits >= least)) return 'key-too-short'
  if (kind.modulusBits > mostModulusBits) return 'key-too-long'
  return readable(() => soundExponent(spki)) === true ? undefined : 'key-exponent'
}
