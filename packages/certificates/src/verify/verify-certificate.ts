import { isPending } from '@tiemchung/core/crypto'
import type { OpenedEnvelope } from '../envelope/open-envelope.js'
import { checkContent, checkTimes, type SoundTimes } from './claims-step.js'
import { contextOf, type VerifyContext, type VerifyOptions } from './context.js'
import { Ledger } from './ledger.js'
import { openStep } from './open-step.js'
import type { PayloadContent } from '../payload/read-payload.js'
import type { HealthCertificateClaims, VerificationBasis, VerificationReport } from './report.js'
import { revocationStep } from './revocation-step.js'
import { type HeldSignature, signatureStep } from './signature-step.js'
import { signerStep } from './signer-step.js'
import type { TrustedKey } from './trust/trusted-key.js'

function basisOf(context: VerifyContext, ledger: Ledger): VerificationBasis {
  const { profile, trust, revocation, valueSets, at } = context
  return {
    profile: { id: profile.id, version: profile.version },
    ...(trust.version === undefined ? {} : { trustList: trust.version }),
    ...(revocation?.version === undefined ? {} : { revocationList: revocation.version }),
    ...(valueSets?.version === undefined ? {} : { valueSets: valueSets.version }),
    at: at.toISOString(),
    tolerances: ledger.tolerances,
  }
}

function refusal(context: VerifyContext, ledger: Ledger): VerificationReport {
  const { checks, verdict } = ledger.close()
  return {
    verdict: verdict === 'invalid' ? 'invalid' : 'indeterminate',
    checks,
    basis: basisOf(context, ledger),
  }
}

function claimsFrom(
  { claims }: OpenedEnvelope,
  { issuedAt, expiresAt }: SoundTimes,
  { payload, type }: PayloadContent,
): HealthCertificateClaims | undefined {
  const entry = payload?.v?.[0] ?? payload?.t?.[0] ?? payload?.r?.[0]
  if (payload === undefined || type === undefined || entry === undefined) return undefined
  if (issuedAt === undefined || expiresAt === undefined) return undefined
  return {
    type,
    ...(claims.issuer === undefined ? {} : { issuer: claims.issuer }),
    issuedAt: new Date(issuedAt * 1000),
    expiresAt: new Date(expiresAt * 1000),
    payload,
    certificateId: entry.ci,
  }
}

function answer(
  context: VerifyContext,
  ledger: Ledger,
  held: HeldSignature,
  signer: TrustedKey,
  claims: HealthCertificateClaims | undefined,
): VerificationReport {
  const { checks, verdict } = ledger.close()
  if (verdict !== 'valid' || claims === undefined) return refusal(context, ledger)
  return {
    verdict,
    checks,
    basis: basisOf(context, ledger),
    claims,
    signer: {
      keyId: held.keyId,
      algorithm: held.algorithm,
      ...(signer.country === undefined ? {} : { country: signer.country }),
    },
  }
}

/**
 * A report of every check on a health certificate, and its claims when all of them allow it.
 *
 * Malformed text is a failed check, not an error. Claims exist in the report only when the verdict is
 * `valid`; nothing of the payload is looked at before the signature held. It does not establish that
 * the person who shows the certificate is the one it names (compare an identity document), nor that a
 * rule of entry is met. No network is used.
 *
 * @throws InputError `certificate-verify.at`
 * @example
 * ```ts
 * import { type TrustStore, verifyCertificate } from '@tiemchung/certificates'
 * async function vaccinatedOn(text: string, trust: TrustStore, at: Date) {
 *   const report = await verifyCertificate(text, { trust, at })
 *   return report.verdict === 'valid' ? report.claims.payload.v?.[0].dt : undefined
 * }
 * ```
 */
export async function verifyCertificate(
  text: string,
  options: VerifyOptions,
): Promise<VerificationReport> {
  const context = contextOf(options)
  const ledger = new Ledger(context.profile)
  const opened = openStep(text, context, ledger)
  if (opened === undefined) return refusal(context, ledger)
  const signature = signatureStep(opened, context, ledger)
  const held = isPending(signature) ? await signature : signature
  if (held === undefined) return refusal(context, ledger)
  const times = checkTimes(opened, context, ledger)
  const content = checkContent(opened, context, ledger)
  const signer = signerStep(held.signers, opened, times, context, ledger)
  const judged = isPending(signer) ? await signer : signer
  const asked = revocationStep(opened, held, context, judged.ledger)
  if (isPending(asked)) await asked
  const claims = claimsFrom(opened, times, content)
  return answer(context, judged.ledger, held, judged.signer, claims)
}
