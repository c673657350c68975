import type { HealthCertificatePayload } from '../payload/payload.js'
import { type IssueOptions, issueTerms } from './issue-terms.js'
import { finishIssue, type IssuedCertificate, prepareIssue } from './pending-certificate.js'

/**
 * A signed health certificate of a payload: text of the QR code, COSE bytes, id and expiry.
 *
 * The payload must follow the schema without liberties, and the policy says how long it lives and what
 * may be certified. It does not establish that the vaccination took place.
 *
 * @throws InputError `certificate-issue.*` when something may not be issued as asked
 * @throws ParseError `crypto.key` for a public key that cannot be read
 * @throws SigningError `certificate-issue.signature-length`, `certificate-issue.signature` when `publicKey`
 *   was given and does not confirm it, and whatever the signer fails with
 * @example
 * ```ts
 * import type { Signer } from '@tiemchung/core/crypto'
 * import { type HealthCertificatePayload } from '@tiemchung/certificates'
 * import { issueCertificate } from '@tiemchung/certificates/issue'
 * async function issue(payload: HealthCertificatePayload, signer: Signer, issuedAt: Date) {
 *   const { text, expiresAt } = await issueCertificate(payload, { signer, issuedAt })
 *   return { text, expiresAt }
 * }
 * ```
 */
export async function issueCertificate(
  payload: HealthCertificatePayload,
  options: IssueOptions,
): Promise<IssuedCertificate> {
  const terms = await issueTerms(options)
  const pending = prepareIssue(payload, terms)
  const signature = await options.signer.sign(pending.unsigned.toBeSigned)
  return finishIssue(pending, signature, terms)
}
