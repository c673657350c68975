/** The two algorithms of the hcert specification (3.3.2). The key decides which; the message must agree. */
import { type KeyKind, type SignatureScheme, schemeOf } from '@tiemchung/core/crypto'
import type { VerificationProfile } from './profile.js'
import type { CheckReason } from './reasons.js'

/** JOSE name of an algorithm of health certificates. */
export type CertificateAlgorithm = 'ES256' | 'PS256'

/** COSE numbers (RFC 9053, RFC 8812). */
export const coseNumberOf: Readonly<Record<CertificateAlgorithm, number>> = {
  ES256: -7,
  PS256: -37,
}

const byCoseNumber: ReadonlyMap<number, CertificateAlgorithm> = new Map([
  [coseNumberOf.ES256, 'ES256'],
  [coseNumberOf.PS256, 'PS256'],
])

/** The algorithm of a COSE number, when it is one of the two. */
export function algorithmOf(coseNumber: number): CertificateAlgorithm | undefined {
  return byCoseNumber.get(coseNumber)
}

/** The scheme behind an algorithm. PS256 has a salt of 32 bytes. */
export function signatureSchemeOf(algorithm: CertificateAlgorithm): SignatureScheme {
  return schemeOf[algorithm]
}

/** Why a key cannot have made a signature of this algorithm under this profile; undefined when it can. */
export function misfitOf(
  algorithm: CertificateAlgorithm,
  kind: KeyKind,
  profile: VerificationProfile,
): CheckReason | undefined {
  if (kind.type === 'ec') {
    if (algorithm !== 'ES256') return 'algorithm-not-of-key'
    return profile.algorithms.ES256.curves.includes(kind.curve) ? undefined : 'curve-not-allowed'
  }
  if (kind.type !== 'rsa' || algorithm !== 'PS256') return 'algorithm-not-of-key'
  const enough = kind.modulusBits >= profile.algorithms.PS256.minimumBits
  return enough ? undefined : 'key-too-small'
}

const sizeOfCurve = { 'P-256': 64, 'P-384': 96, 'P-521': 132 } as const

/** Bytes of a signature by a key: raw `r||s`, or the modulus. */
export function signatureSizeOf(kind: KeyKind): number {
  if (kind.type === 'ec') return sizeOfCurve[kind.curve]
  return kind.type === 'rsa' ? Math.ceil(kind.modulusBits / 8) : 64
}
