import { type JsonValue, ParseError, toBase64 } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import { decodeCertificate } from '../envelope/index.js'
import { envelopeErrors } from '../errors/envelope-errors.js'
import { type CertificateAlgorithm, coseNumberOf } from '../algorithm.js'
import type { RevocationSubject } from '../verify/index.js'
import { systemCrypto } from '../world.js'
import { type RevocationHashType, revocationHash } from './revocation-hash.js'
import { type RevocationGroup, unknownKeyId } from './revocation-group.js'

/**
 * What a certificate is revoked by, read from its text without verifying it.
 *
 * @throws ParseError `envelope.*`; `envelope.cwt.malformed` when there is no certificate id
 */
export function revocationSubjectOf(text: string): RevocationSubject {
  const { header, unverified, bytes } = decodeCertificate(text)
  const { v, t, r } = unverified.payload
  const [entry] = [v, t, r].flatMap((group): readonly JsonValue[] =>
    Array.isArray(group) ? (group as readonly JsonValue[]) : [],
  )
  const { ci, co } = (entry ?? {}) as { readonly ci?: unknown; readonly co?: unknown }
  if (typeof ci !== 'string' || typeof co !== 'string') {
    throw new ParseError(envelopeErrors, 'envelope.cwt.malformed')
  }
  const algorithm: CertificateAlgorithm =
    header.algorithm?.value === coseNumberOf.PS256 ? 'PS256' : 'ES256'
  return {
    keyId: header.keyId?.value ?? new Uint8Array(0),
    certificateId: ci,
    country: co,
    signature: bytes.signature,
    algorithm,
  }
}

/**
 * The group of one hash that revokes a certificate, to be put into a revocation list.
 *
 * `SIGNATURE` (the default) revokes this one issue and no other; `UCI` and `COUNTRYCODEUCI` revoke
 * every certificate with the same certificate id, so also one that was issued again under it.
 *
 * @example
 * ```ts
 * import { revocationEntryFor } from '@tiemchung/certificates/revocation'
 * const revoke = (text: string) => revocationEntryFor(text)
 * ```
 */
export async function revocationEntryFor(
  certificate: string | RevocationSubject,
  options: { readonly hashType?: RevocationHashType; readonly crypto?: CryptoProvider } = {},
): Promise<RevocationGroup> {
  const subject = typeof certificate === 'string' ? revocationSubjectOf(certificate) : certificate
  const hashType = options.hashType ?? 'SIGNATURE'
  const hash = await revocationHash(hashType, subject, options.crypto ?? systemCrypto)
  const keyId = subject.keyId.length === 0 ? unknownKeyId : toBase64(subject.keyId)
  return { keyId, hashType, hashes: [hash] }
}
