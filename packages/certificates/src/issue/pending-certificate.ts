import { SigningError } from '@tiemchung/core'
import { coseNumberOf } from '../algorithm.js'
import {
  encodeCertificate,
  type JsonObject,
  prepareCertificate,
  type UnsignedCertificate,
} from '../envelope/index.js'
import { issueErrors } from '../errors/issue-errors.js'
import type { CertificateType, HealthCertificatePayload } from '../payload/payload.js'
import { checkAgainstPolicy } from './check-against-policy.js'
import { type IssueTerms, secondsOf, type SigningCertificate } from './issue-terms.js'
import { refuse } from './refuse.js'

/** An issued certificate. */
export interface IssuedCertificate {
  /** The text of the QR code. */
  readonly text: string
  readonly cose: Uint8Array
  readonly certificateId: string
  readonly keyId: Uint8Array
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** A certificate that waits for its signature. */
export interface PendingCertificate extends Omit<IssuedCertificate, 'text' | 'cose'> {
  readonly unsigned: UnsignedCertificate
}

/** Verifiers refuse what its signer may not vouch for, so it is not signed. */
function respectSigner(
  certificate: SigningCertificate,
  wanted: {
    readonly country: string
    readonly type: CertificateType
    readonly issuedAt: Date
    readonly expiresAt: Date
  },
): void {
  const { notBefore, notAfter, usages, country } = certificate
  const { type, issuedAt, expiresAt } = wanted
  if (country !== wanted.country) refuse('certificate-issue.signer-country')
  if (usages !== undefined && !usages.includes(type)) refuse('certificate-issue.signer-usage')
  if (!(notBefore <= issuedAt && expiresAt <= notAfter)) refuse('certificate-issue.signer-validity')
}

/**
 * A certificate up to its signature.
 *
 * @throws InputError `certificate-issue.*` when the payload may not be issued as asked
 */
export function prepareIssue(
  payload: HealthCertificatePayload,
  { algorithm, keyId, country, policy, issuedAt, expiresAt, signingCertificate }: IssueTerms,
): PendingCertificate {
  const type = checkAgainstPolicy(payload, policy)
  if (signingCertificate !== undefined) {
    respectSigner(signingCertificate, { country, type, issuedAt, expiresAt })
  }
  const unsigned = prepareCertificate({
    algorithm: coseNumberOf[algorithm],
    keyId,
    issuer: country,
    issuedAt: secondsOf(issuedAt),
    expiresAt: secondsOf(expiresAt),
    payload: payload as unknown as JsonObject,
  })
  const certificateId = (payload.v ?? payload.t ?? payload.r)?.[0].ci ?? ''
  return { unsigned, certificateId, keyId, issuedAt, expiresAt }
}

/**
 * A pending certificate with its signature.
 *
 * @throws SigningError `certificate-issue.signature-length`, `certificate-issue.signature`
 */
export async function finishIssue(
  { unsigned, ...facts }: PendingCertificate,
  signature: Uint8Array,
  { algorithm, holds }: IssueTerms,
): Promise<IssuedCertificate> {
  const { length } = signature
  const sound = algorithm === 'ES256' ? length === 64 : length >= 256
  if (!sound) throw new SigningError(issueErrors, 'certificate-issue.signature-length')
  if (holds !== undefined && !(await holds(signature, unsigned.toBeSigned))) {
    throw new SigningError(issueErrors, 'certificate-issue.signature')
  }
  return { ...encodeCertificate(unsigned, signature), ...facts }
}
