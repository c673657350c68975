/** What a verification answers. */
import { type Check, NotValidError } from '@tiemchung/core'
import { reportErrors } from '../errors/report-errors.js'
import type { CertificateAlgorithm } from '../algorithm.js'
import type { CertificateCheckId } from './check-ids.js'
import type { CertificateType, HealthCertificatePayload } from '../payload/payload.js'
import type { Tolerance } from './tolerance.js'

/** What the answer rests on. */
export interface VerificationBasis {
  readonly profile: { readonly id: string; readonly version: string }
  readonly trustList?: string
  readonly revocationList?: string
  readonly valueSets?: string
  /** The instant for which the answer holds, RFC 3339. */
  readonly at: string
  /** Liberties that the certificate took and the profile granted. */
  readonly tolerances: readonly Tolerance[]
}

/** Claims that were verified. */
export interface HealthCertificateClaims {
  readonly type: CertificateType
  readonly issuer?: string
  readonly issuedAt: Date
  readonly expiresAt: Date
  readonly payload: HealthCertificatePayload
  /** `ci` of the one entry. */
  readonly certificateId: string
}

/** Who signed. */
export interface CertificateSigner {
  readonly keyId: Uint8Array
  readonly algorithm: CertificateAlgorithm
  readonly country?: string
}

interface Answer {
  /** Every check, in order. */
  readonly checks: readonly Check<CertificateCheckId>[]
  readonly basis: VerificationBasis
}

/** A certificate that holds: its claims can be used. */
export interface ValidCertificate extends Answer {
  readonly verdict: 'valid'
  readonly claims: HealthCertificateClaims
  readonly signer: CertificateSigner
}

/** A certificate that does not hold, or about which too little is known. It has no claims. */
export interface RefusedCertificate extends Answer {
  readonly verdict: 'invalid' | 'indeterminate'
}

/** The answer of a verification. */
export type VerificationReport = ValidCertificate | RefusedCertificate

/**
 * The verified claims of a report.
 *
 * @throws NotValidError `certificate-verify.not-valid` when the verdict is not `valid`
 */
export function claimsOf(report: VerificationReport): HealthCertificateClaims {
  if (report.verdict === 'valid') return report.claims
  throw new NotValidError(reportErrors, 'certificate-verify.not-valid')
}
