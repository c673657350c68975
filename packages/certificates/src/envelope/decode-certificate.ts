import type { CertificateHeader } from './header.js'
import { inWords } from './in-words.js'
import { type JsonObject, jsonObjectOf } from './json.js'
import { type DecodeOptions, openEnvelope } from './open-envelope.js'
import type { EnvelopeTolerance } from './tolerance.js'

/** What a text says about itself. Nobody vouches for any of it. */
export interface UnverifiedClaims {
  /** Who says to have issued it, mostly a country of two letters. */
  readonly issuer?: string
  /** Seconds since 1970 as written: perhaps a fraction, perhaps not a number. */
  readonly issuedAt?: number
  readonly notBefore?: number
  readonly expiresAt?: number
  /** The EU DCC as JSON, unchecked against its schema. */
  readonly payload: JsonObject
}

/** The parts of a health certificate. */
export interface DecodedCertificate {
  readonly header: CertificateHeader
  readonly unverified: UnverifiedClaims
  /** The bytes as received: the whole COSE_Sign1, and what its signature is about. */
  readonly bytes: {
    readonly cose: Uint8Array
    readonly protectedHeader: Uint8Array
    readonly payload: Uint8Array
    readonly signature: Uint8Array
  }
  /** Where the text takes liberties with the specification. */
  readonly tolerances: readonly EnvelopeTolerance[]
}

/**
 * The parts of a health certificate, without checking signature, dates, issuer or schema.
 *
 * The result is whatever the QR code says: do not show it as proof, use `verifyCertificate`. Text
 * beyond 8,192 characters and content beyond 64 KiB are refused unless `limits` says otherwise.
 *
 * @throws ParseError `envelope.*`
 * @example
 * ```ts
 * import { decodeCertificate } from '@tiemchung/certificates/envelope'
 * const issuerAsClaimed = (text: string) => decodeCertificate(text).unverified.issuer
 * ```
 */
export function decodeCertificate(text: string, options: DecodeOptions = {}): DecodedCertificate {
  const { coseBytes, cose, header, claims, tolerances } = inWords(() => openEnvelope(text, options))
  const { issuedAt, notBefore, expiresAt } = claims
  return {
    header,
    unverified: {
      ...(claims.issuer === undefined ? {} : { issuer: claims.issuer }),
      ...(issuedAt === undefined ? {} : { issuedAt: issuedAt.seconds }),
      ...(notBefore === undefined ? {} : { notBefore: notBefore.seconds }),
      ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.seconds }),
      payload: jsonObjectOf(claims.payload),
    },
    bytes: {
      cose: coseBytes,
      protectedHeader: cose.protectedBytes,
      payload: cose.payload,
      signature: cose.signature,
    },
    tolerances,
  }
}
