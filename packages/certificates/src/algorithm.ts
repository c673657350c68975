/** The two algorithms of the hcert specification (3.3.2). The key decides which; the message must agree. */
import { type SignatureScheme, schemeOf } from '@tiemchung/core/crypto'

/** JOSE name of an algorithm of health certificates. */
export type CertificateAlgorithm = 'ES256' | 'PS256'

/** COSE numbers (RFC 9053, RFC 8812). */
export const coseNumberOf: Readonly<Record<CertificateAlgorithm, number>> = {
  ES256: -7,
  PS256: -37,
}

const algorithms = ['ES256', 'PS256'] as const

/** The algorithm of a COSE number, when it is one of the two. */
export function algorithmOf(coseNumber: number): CertificateAlgorithm | undefined {
  return algorithms.find((one) => coseNumberOf[one] === coseNumber)
}

/** The scheme behind an algorithm. PS256 has a salt of 32 bytes. */
export function signatureSchemeOf(algorithm: CertificateAlgorithm): SignatureScheme {
  return schemeOf[algorithm]
}
