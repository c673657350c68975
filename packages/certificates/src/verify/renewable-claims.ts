/** Claims of a certificate that may be renewed: one that holds, or did until it expired. */
import { openChecks } from '@tiemchung/core'
import { decodeCertificate } from '../envelope/decode-certificate.js'
import type { VerifyOptions } from './context.js'
import { claimsOf, type HealthCertificateClaims, type VerificationReport } from './report.js'
import type { RevocationSource } from './revocation-source.js'
import { verifyCertificate } from './verify-certificate.js'

/** Whether time alone stands in the way: the certificate has expired, and perhaps its signer with it. */
function hasMerelyExpired(report: VerificationReport): boolean {
  const open = openChecks(report)
  const expired = open.some(({ id, reason }) => id === 'cwt.expiry' && reason === 'expired')
  const others = open.filter(
    ({ id, reason }) =>
      !(id === 'cwt.expiry' && reason === 'expired') &&
      !(id === 'signer.validity' && reason === 'signer-expired'),
  )
  return expired && others.length === 0
}

/** The same source, always asked about today: what was revoked since must not be renewed. */
function askedAt(source: RevocationSource, at: Date): RevocationSource {
  return {
    ...(source.version === undefined ? {} : { version: source.version }),
    statusOf: (subject, _, crypto) => source.statusOf(subject, at, crypto),
  }
}

/**
 * The verified claims of a certificate that is valid, or that would be had it not expired.
 *
 * An expired one is verified again for its own last instant, against the revocations of today. Use it to
 * issue again, never to let somebody pass.
 *
 * @throws NotValidError `certificate-verify.not-valid` when anything else stands in the way
 * @example
 * ```ts
 * import type { VerifyOptions } from '@tiemchung/certificates'
 * import { renewableClaims } from '@tiemchung/certificates/verify'
 * const claimsToRenew = (text: string, options: VerifyOptions) => renewableClaims(text, options)
 * ```
 */
export async function renewableClaims(
  text: string,
  options: VerifyOptions,
): Promise<HealthCertificateClaims> {
  const report = await verifyCertificate(text, options)
  if (report.verdict === 'valid' || !hasMerelyExpired(report)) return claimsOf(report)
  const { expiresAt = Number.NaN } = decodeCertificate(text).unverified
  const at = new Date(Math.floor(expiresAt) * 1000)
  const { revocation, ...rest } = options
  const asked = revocation === undefined ? {} : { revocation: askedAt(revocation, options.at) }
  return claimsOf(await verifyCertificate(text, { ...rest, ...asked, at }))
}
