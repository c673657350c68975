import type { RandomSource } from '@tiemchung/core'
import { decodeCertificate } from '../envelope/index.js'
import type { HealthCertificatePayload } from '../payload/payload.js'
import { revocationEntryFor } from '../revocation/revocation-entry.js'
import type { RevocationGroup } from '../revocation/revocation-group.js'
import type { HealthCertificateClaims } from '../verify/report.js'
import { newCertificateId } from './certificate-id.js'
import { issueCertificate } from './issue-certificate.js'
import type { IssueOptions } from './issue-terms.js'
import type { IssuedCertificate } from './pending-certificate.js'
import { decision5772 } from './policies/decision-5772.js'
import { refuse } from './refuse.js'

/** A certificate that is issued again. */
export interface PreviousCertificate {
  /** The text of its QR code. */
  readonly text: string
  /** Its claims from a `valid` report; `renewableClaims` of `/verify` has them when it has merely expired. */
  readonly claims: HealthCertificateClaims
}

/** How a certificate is issued again. */
export interface RenewalOptions extends IssueOptions {
  /** The id of the new one, where it gets one. Default: a random one of its country. */
  readonly certificateId?: string
  /** Default: the host's. */
  readonly random?: RandomSource
}

/** Which id the new certificate has. `policy` says so, or a `correction` asks for a new one. */
export interface IdDecision {
  readonly action: 'keep' | 'new'
  readonly because: 'policy' | 'correction'
}

/**
 * What to do with the previous certificate: nothing, or put `entry` into the revocation list once the new
 * one is handed out. An `expired` one is never revoked: nobody takes it any more, and lists must stay short.
 */
export type PreviousDecision =
  | { readonly action: 'keep'; readonly because: 'policy' | 'expired' }
  | {
      readonly action: 'revoke'
      readonly because: 'policy' | 'correction'
      readonly entry: RevocationGroup
    }

/** A certificate that was issued again, and what follows from it. */
export interface RenewedCertificate {
  readonly issued: IssuedCertificate
  readonly certificateId: IdDecision
  readonly previous: PreviousDecision
}

/** Whether text and claims are of one certificate. Claims were verified; the text is only read here. */
function isOne({ text, claims }: PreviousCertificate): boolean {
  const { unverified } = decodeCertificate(text)
  const { v, t, r } = unverified.payload
  const [entry] = [v, t, r].flatMap((group): readonly unknown[] =>
    Array.isArray(group) ? (group as readonly unknown[]) : [],
  )
  const { ci } = (entry ?? {}) as { readonly ci?: unknown }
  const at = (seconds: number | undefined) => Math.floor(seconds ?? Number.NaN) * 1000
  const sameTimes =
    at(unverified.issuedAt) === claims.issuedAt.getTime() &&
    at(unverified.expiresAt) === claims.expiresAt.getTime()
  return sameTimes && typeof ci === 'string' && ci.trim() === claims.certificateId
}

/**
 * Refuses what may not be issued again here.
 *
 * @throws InputError `certificate-issue.previous`, `certificate-issue.previous-issuer`,
 *   `certificate-issue.previous-later`
 */
export function checkPrevious(previous: PreviousCertificate, options: RenewalOptions): void {
  const { claims } = previous
  if (!isOne(previous)) refuse('certificate-issue.previous')
  const { v, t, r } = claims.payload
  const issuer = claims.issuer ?? (v ?? t ?? r)?.[0].co
  if (issuer !== (options.country ?? 'VN')) refuse('certificate-issue.previous-issuer')
  if (options.issuedAt < claims.issuedAt) refuse('certificate-issue.previous-later')
}

/** The id of a successor that gets one of its own. */
export function successorId({ claims }: PreviousCertificate, options: RenewalOptions): string {
  const { country = 'VN', random } = options
  const id =
    options.certificateId ??
    newCertificateId({ country, ...(random === undefined ? {} : { random }) })
  const sound = id.trim() !== '' && id.length <= 80 && id !== claims.certificateId
  return sound ? id : refuse('certificate-issue.certificate-id')
}

/** The same payload with another certificate id. */
export function withId(payload: HealthCertificatePayload, ci: string): HealthCertificatePayload {
  const { v, t, r } = payload
  return {
    ...payload,
    ...(v === undefined ? {} : { v: [{ ...v[0], ci }] }),
    ...(t === undefined ? {} : { t: [{ ...t[0], ci }] }),
    ...(r === undefined ? {} : { r: [{ ...r[0], ci }] }),
  }
}

/** The revocation of exactly the previous certificate: by its signature, whichever ids the two have. */
export function revocationOf(
  { text }: PreviousCertificate,
  { crypto }: RenewalOptions,
): Promise<RevocationGroup> {
  return revocationEntryFor(text, crypto === undefined ? {} : { crypto })
}

/** Whether the previous one has ended by the time of the new one. */
export function hasExpired({ claims }: PreviousCertificate, { issuedAt }: RenewalOptions): boolean {
  return claims.expiresAt < issuedAt
}

/**
 * A new certificate with the content of a previous one and new dates, and what to do with the previous one.
 *
 * Lifetime, id and what becomes of the previous one are `policy.renewal`. With a new id (as `decision5772`
 * has it) revoking by id hits one certificate; with the kept id it would hit both, so the entry that revokes
 * the previous one is of its signature alone. The content must satisfy the policy of today.
 *
 * Pass claims of a `valid` report of this text. It does not establish that the record behind it still says
 * the same: for a record that was corrected use `reissueCertificate`.
 *
 * @throws InputError `certificate-issue.previous`, `certificate-issue.previous-issuer`,
 *   `certificate-issue.previous-later`, `certificate-issue.certificate-id`, and those of `issueCertificate`
 * @throws ParseError `envelope.*` when the text cannot be read
 * @throws SigningError as `issueCertificate` does
 * @example
 * ```ts
 * import type { Signer } from '@tiemchung/core/crypto'
 * import type { VerifyOptions } from '@tiemchung/certificates'
 * import { renewCertificate } from '@tiemchung/certificates/issue'
 * import { renewableClaims } from '@tiemchung/certificates/verify'
 * async function renew(text: string, verifying: VerifyOptions, signer: Signer) {
 *   const claims = await renewableClaims(text, verifying)
 *   return renewCertificate({ text, claims }, { signer, issuedAt: verifying.at })
 * }
 * ```
 */
export async function renewCertificate(
  previous: PreviousCertificate,
  options: RenewalOptions,
): Promise<RenewedCertificate> {
  checkPrevious(previous, options)
  const { renewal } = options.policy ?? decision5772
  const { payload } = previous.claims
  const isNew = renewal.certificateId === 'new'
  const renewed = isNew ? withId(payload, successorId(previous, options)) : payload
  const issued = await issueCertificate(renewed, options)
  const certificateId = { action: renewal.certificateId, because: 'policy' } as const
  if (hasExpired(previous, options)) {
    return { issued, certificateId, previous: { action: 'keep', because: 'expired' } }
  }
  if (renewal.previous === 'keep') {
    return { issued, certificateId, previous: { action: 'keep', because: 'policy' } }
  }
  const entry = await revocationOf(previous, options)
  return { issued, certificateId, previous: { action: 'revoke', because: 'policy', entry } }
}
