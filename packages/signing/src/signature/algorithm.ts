import type { KeyKind, SignatureAlgorithm } from '@tiemchung/core/crypto'

/**
 * Algorithms that a facility may sign with. RS256 is here because tokens of Vietnamese providers have
 * nothing newer; `none` and the MACs are not signatures.
 */
const allowed: readonly SignatureAlgorithm[] = [
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'EdDSA',
]

/** The algorithm of this name, when it is allowed. */
export function algorithmOf(name: unknown): SignatureAlgorithm | undefined {
  return allowed.find((one) => one === name)
}

/** RFC 7518 section 3.4 ties each ECDSA name to one curve. */
const curves: Partial<Record<SignatureAlgorithm, string>> = {
  ES256: 'P-256',
  ES384: 'P-384',
  ES512: 'P-521',
}

/** The curve of an ECDSA algorithm. */
export function curveOf(algorithm: SignatureAlgorithm): string | undefined {
  return curves[algorithm]
}

const leastModulus = 2048
const mostModulus = 16_384

/** Whether a key may be used with an algorithm: the curve by name, RSA by size (RFC 7518 section 3.3). */
export function fitsKey(algorithm: SignatureAlgorithm, kind: KeyKind): boolean {
  if (kind.type === 'ec') return curves[algorithm] === kind.curve
  if (kind.type === 'ed25519') return algorithm === 'EdDSA'
  const rsa = algorithm.startsWith('PS') || algorithm.startsWith('RS')
  return rsa && kind.modulusBits >= leastModulus && kind.modulusBits <= mostModulus
}
