/** The judgement of one complete path: every rule, on every certificate, with every signature. */
import { failed, passed, skipped, unknown } from '@tiemchung/core'
import type { Certificate } from '../certificate/read-certificate.js'
import type { RevocationList } from '../crl/read-crl.js'
import { checkRevocation } from '../crl/revocation-status.js'
import type { SignatureJudge, SignatureOutcome } from '../signature/signature-judge.js'
import { checkAnchorConstraints } from './anchor.js'
import type { CandidatePath } from './build-path.js'
import { certificateChecks, checkNameChaining } from './certificate-checks.js'
import { checkNameConstraints } from './name-constraints.js'
import { citations, type PathCheck, subjectAt } from './path-report.js'
import type { Purpose } from './purpose.js'

/** What a path is judged by. */
export interface Terms {
  readonly at: Date
  readonly purpose: Purpose
  /** Undefined: revocation is not asked for. */
  readonly lists: readonly RevocationList[] | undefined
  readonly judge: SignatureJudge
}

/**
 * `path.policy`: policies are not processed. Without an initial policy set they can only fail when a
 * certificate demands an explicit policy, and then the answer is unknown.
 */
function checkPolicy(certificates: readonly Certificate[]): PathCheck {
  const id = 'path.policy'
  const details = { cite: citations[id] }
  const demanding = certificates.findIndex(
    ({ extensions }) => extensions.policyConstraints?.requireExplicitPolicy !== undefined,
  )
  return demanding === -1
    ? skipped(id, 'not-asked', details)
    : unknown(id, 'explicit-policy-unsupported', { ...details, subject: subjectAt(demanding) })
}

function signatureCheck(outcome: SignatureOutcome, subject: string): PathCheck {
  const details = { cite: citations['path.signature'], subject }
  if (outcome === 'holds') return passed('path.signature', details)
  const check = outcome === 'budget-exhausted' ? unknown : failed
  return check('path.signature', outcome, details)
}

async function linkChecks(
  certificates: readonly Certificate[],
  index: number,
  terms: Terms,
): Promise<readonly PathCheck[]> {
  const certificate = certificates[index]
  const issuer = certificates[index + 1]
  if (certificate === undefined || issuer === undefined) return []
  const subject = subjectAt(index)
  const signature = signatureCheck(await terms.judge.judge(certificate, issuer), subject)
  const revocation =
    terms.lists === undefined
      ? skipped('path.revocation', 'not-asked', { cite: citations['path.revocation'], subject })
      : await checkRevocation(certificate, issuer, terms.lists, terms.at, terms.judge, subject)
  return [checkNameChaining(certificates, index), signature, revocation]
}

/** All checks of a path, in no particular order. */
export async function judgePath(
  { certificates, anchor }: CandidatePath,
  terms: Terms,
): Promise<readonly PathCheck[]> {
  const { at, purpose } = terms
  const last = certificates.length - 1
  const [leaf] = certificates
  const checks: PathCheck[] = [
    passed('path.anchor', { cite: citations['path.anchor'], subject: subjectAt(last) }),
    checkPolicy(certificates),
    ...checkNameConstraints(certificates),
  ]
  if (leaf !== undefined) {
    const subject = subjectAt(last)
    checks.push(checkAnchorConstraints(anchor.constraints, leaf, at, purpose, subject))
  }
  for (let index = 0; index <= last; index += 1) {
    const isAnchor = index === last
    checks.push(...certificateChecks({ path: certificates, index, isAnchor, at, purpose }))
    checks.push(...(await linkChecks(certificates, index, terms)))
  }
  return checks
}
