import { formatInstant, type JsonValue, ParseError, toBase64 } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import { decodeCertificate } from '../envelope/index.js'
import { envelopeErrors } from '../errors/envelope-errors.js'
import { type CertificateAlgorithm, coseNumberOf } from '../algorithm.js'
import type { RevocationSubject } from '../verify/index.js'
import { systemCrypto } from '../world.js'
import { type RevocationHashType, revocationHash } from './revocation-hash.js'
import { type RevocationGroup, unknownKeyId } from './revocation-group.js'

interface Revocable {
  readonly subject: RevocationSubject
  /** Seconds since 1970, as written. */
  readonly expiresAt?: number | undefined
}

function revocableIn(text: string): Revocable {
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
  const keyId = header.keyId?.value ?? new Uint8Array(0)
  const { signature } = bytes
  const subject = { keyId, certificateId: ci, country: co, signature, algorithm }
  return { subject, expiresAt: unverified.expiresAt }
}

/**
 * What a certificate is revoked by, read from its text without verifying it.
 *
 * @throws ParseError `envelope.*`; `envelope.cwt.malformed` when there is no certificate id
 */
export function revocationSubjectOf(text: string): RevocationSubject {
  return revocableIn(text).subject
}

/** 2600-12-01T00:00:00Z: behind that month there is no other. */
const latestExpiry = 19_909_756_800

/** The end of the month (UTC): so groups stay few, look-ups fast, and a hash says little of its certificate. */
function endOfExpiry(seconds: number | undefined): string | undefined {
  if (seconds === undefined || !(seconds > 0 && seconds < latestExpiry)) return undefined
  const expires = new Date(Math.ceil(seconds) * 1000)
  return formatInstant(new Date(Date.UTC(expires.getUTCFullYear(), expires.getUTCMonth() + 1, 1)))
}

/**
 * The group of one hash that revokes a certificate, to be put into a revocation list.
 *
 * `SIGNATURE` (the default) revokes this one issue and no other; `UCI` and `COUNTRYCODEUCI` revoke
 * every certificate with the same certificate id, so also one that was issued again under it.
 * Of a text the group of a `SIGNATURE` has the end of the month in which the certificate expires: then
 * the hash may be dropped.
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
  const { subject, expiresAt }: Revocable =
    typeof certificate === 'string' ? revocableIn(certificate) : { subject: certificate }
  const hashType = options.hashType ?? 'SIGNATURE'
  const expires = hashType === 'SIGNATURE' ? endOfExpiry(expiresAt) : undefined
  const hash = await revocationHash(hashType, subject, options.crypto ?? systemCrypto)
  const keyId = subject.keyId.length === 0 ? unknownKeyId : toBase64(subject.keyId)
  return { keyId, hashType, ...(expires === undefined ? {} : { expires }), hashes: [hash] }
}
