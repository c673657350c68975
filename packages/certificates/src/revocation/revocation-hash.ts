/** The three DCC revocation hashes: SHA-256, of which the first 16 bytes count. */
import { concatBytes, toBase64, utf8 } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { RevocationSubject } from '../verify/index.js'

/** What a hash is made of: `ci`, `co` and `ci`, or the signature. */
export type RevocationHashType = 'UCI' | 'COUNTRYCODEUCI' | 'SIGNATURE'

/** The types, in the order in which they are tried. */
export const revocationHashTypes: readonly RevocationHashType[] = [
  'SIGNATURE',
  'UCI',
  'COUNTRYCODEUCI',
]

/** Octets of a hash. */
export const hashLength = 16

function hashed(type: RevocationHashType, subject: RevocationSubject): Uint8Array {
  if (type === 'UCI') return utf8(subject.certificateId)
  if (type === 'COUNTRYCODEUCI') {
    return concatBytes(utf8(subject.country), utf8(subject.certificateId))
  }
  // Of an ECDSA signature only r: anybody can turn s around and keep the signature valid.
  return subject.algorithm === 'ES256'
    ? subject.signature.subarray(0, subject.signature.length / 2)
    : subject.signature
}

/** The sixteen octets of a revocation hash. */
export async function revocationOctets(
  type: RevocationHashType,
  subject: RevocationSubject,
  crypto: CryptoProvider,
): Promise<Uint8Array> {
  const digest = await crypto.digest('SHA-256', hashed(type, subject))
  return digest.subarray(0, hashLength)
}

/**
 * The revocation hash of a certificate, in base64: 16 bytes of SHA-256 (dgc-gateway revocation).
 *
 * The certificate id is hashed exactly as issued.
 */
export async function revocationHash(
  type: RevocationHashType,
  subject: RevocationSubject,
  crypto: CryptoProvider,
): Promise<string> {
  return toBase64(await revocationOctets(type, subject, crypto))
}
