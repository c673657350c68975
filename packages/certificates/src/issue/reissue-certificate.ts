import type { HealthCertificatePayload } from '../payload/payload.js'
import { issueCertificate } from './issue-certificate.js'
import {
  checkPrevious,
  hasExpired,
  type PreviousCertificate,
  type RenewalOptions,
  type RenewedCertificate,
  revocationOf,
  successorId,
  withId,
} from './renew-certificate.js'

/**
 * A new certificate with corrected content under a new id, and the revocation of the previous one.
 *
 * Whatever the policy of renewal says, a wrong certificate is revoked unless it has expired, and its
 * successor never has its id: a list that revokes by id must not hit the corrected one. Put the entry
 * into the revocation list once the new certificate is handed out.
 *
 * @throws InputError as `renewCertificate` and `issueCertificate` do
 * @throws SigningError as `issueCertificate` does
 * @example
 * ```ts
 * import type { Signer } from '@tiemchung/core/crypto'
 * import type { HealthCertificatePayload } from '@tiemchung/certificates'
 * import { type PreviousCertificate, reissueCertificate } from '@tiemchung/certificates/issue'
 * const correct = (
 *   previous: PreviousCertificate,
 *   corrected: HealthCertificatePayload,
 *   by: { signer: Signer; issuedAt: Date },
 * ) => reissueCertificate(previous, corrected, by)
 * ```
 */
export async function reissueCertificate(
  previous: PreviousCertificate,
  corrected: HealthCertificatePayload,
  options: RenewalOptions,
): Promise<RenewedCertificate> {
  checkPrevious(previous, options)
  const issued = await issueCertificate(withId(corrected, successorId(previous, options)), options)
  const certificateId = { action: 'new', because: 'correction' } as const
  if (hasExpired(previous, options)) {
    return { issued, certificateId, previous: { action: 'keep', because: 'expired' } }
  }
  const entry = await revocationOf(previous, options)
  return { issued, certificateId, previous: { action: 'revoke', because: 'correction', entry } }
}
