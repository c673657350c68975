/** The judgement of one complete path: every rule, on every certificate, with every signature. */
import { unknown } from '@tiemchung/core'
import type { MaybePromise } from '@tiemchung/core/crypto'
import { after, isPending } from '../after.js'
import type { Certificate } from '../certificate/read-certificate.js'
import type { StatusTerms } from '../revocation/certificate-status.js'
import { checkRevocation, type RevocationSources } from '../revocation/check-revocation.js'
import type { SignatureJudge, SignatureOutcome } from '../signature/signature-judge.js'
import { type Anchor, checkAnchorConstraints, policiesWithin } from './anchor.js'
import {
  type Budget,
  type Candidate,
  type CandidatePath,
  PathSearch,
  type Pool,
} from './build-path.js'
import { checkNameChaining } from './certificate-checks.js'
import { policiesOf, policyCheck } from './check-policy.js'
import { checkNameConstraints } from './name-constraints.js'
import { citations, judged, notAsked, type PathCheck, subjectAt } from './path-report.js'
import type { PolicyDemand } from './policy-demand.js'
import { any, type Purpose } from './purpose.js'

/** What a path is judged by. */
export interface Terms {
  readonly at: Date
  readonly purpose: Purpose
  readonly policy: PolicyDemand | undefined
  /** Undefined: revocation is not asked for. */
  readonly sources: RevocationSources | undefined
  readonly judge: SignatureJudge
  readonly pool: Pool
  readonly budget: Budget
  /** Signers of lists and answers whose own paths are being judged, further out. */
  readonly judging: ReadonlySet<Certificate>
}

function signatureCheck(outcome: SignatureOutcome, index: number): PathCheck {
  const id = 'path.signature'
  if (outcome !== 'budget-exhausted') {
    return judged(id, index, outcome === 'holds' ? undefined : outcome)
  }
  return unknown(id, outcome, { cite: citations[id], subject: subjectAt(index) })
}

/** How many signers of lists may stand behind one another, each judged by the lists of the next. */
const deepestSigner = 4

/**
 * Whether the signer of a list or an answer leads to an anchor by every rule of a path (RFC 5280 section
 * 6.3.3 (f): the anchor of the certificate in question). Its own path has no purpose, and no policy is demanded of it.
 */
async function leadsTo(anchor: Anchor, candidate: Candidate, terms: Terms): Promise<boolean> {
  if (candidate.anchor === anchor) return true
  const { certificate: signer } = candidate
  const judging = [...terms.judging]
  if (terms.judging.has(signer)) return judging[judging.length - 1] === signer
  if (judging.length === deepestSigner) return false
  const inner: Terms = {
    ...terms,
    purpose: any,
    policy: {},
    judging: new Set([...judging, signer]),
  }
  const search = new PathSearch(inner.pool, inner.judge, inner.budget, inner.at, inner.purpose)
  return search.search(signer, true, async (path) => {
    if (path.anchor !== anchor) return false
    const { checks } = await judgePath(path, inner)
    return !checks.some(({ status }) => status === 'failed' || status === 'unknown')
  })
}

function statusTerms(anchor: Anchor, terms: Terms): StatusTerms {
  const { at, judge, pool, sources } = terms
  const known = new Map<Candidate, Promise<boolean>>()
  const toAnchor = (signer: Candidate) => {
    const answer = known.get(signer) ?? leadsTo(anchor, signer, terms)
    known.set(signer, answer)
    return answer
  }
  return {
    at,
    judge,
    longestAge: sources?.policy.longestAge,
    unnumbered: sources?.policy.acceptsUnnumbered === true,
    signersNamed: (key) =>
      (pool.get(key) ?? []).map((signer) => ({
        certificate: signer.certificate,
        leadsToAnchor: () => toAnchor(signer),
      })),
  }
}

function linkChecks(
  certificate: Certificate,
  issuer: Certificate,
  index: number,
  terms: Terms,
  status: StatusTerms,
): MaybePromise<readonly PathCheck[]> {
  const chaining = checkNameChaining(certificate, issuer, index)
  return after(terms.judge.judge(certificate, issuer), (outcome) => {
    const signature = signatureCheck(outcome, index)
    const revocation =
      terms.sources === undefined
        ? notAsked('path.revocation', index)
        : checkRevocation({ certificate, issuer }, terms.sources, status, subjectAt(index))
    return after(revocation, (check) => [chaining, signature, check])
  })
}

/** What came of a path. */
export interface JudgedPath {
  /** All its checks, in no particular order. */
  readonly checks: readonly PathCheck[]
  /** The acceptable policies that it is valid for. */
  readonly policies: readonly string[]
}

/** Judges one path. */
export async function judgePath(
  { certificates, checks: own, anchor }: CandidatePath,
  terms: Terms,
): Promise<JudgedPath> {
  const { at, purpose } = terms
  const last = certificates.length - 1
  const [leaf] = certificates
  const status = statusTerms(anchor, terms)
  const nameAndKey = anchor.as === 'name-and-key'
  const counted = nameAndKey ? certificates.slice(0, last) : certificates
  const valid = policiesOf(certificates.slice(0, last), counted[last], terms.policy)
  const policies = policiesWithin(valid.policies, anchor.constraints)
  const checks: PathCheck[] = [
    judged('path.anchor', last, undefined),
    policyCheck(valid),
    ...checkNameConstraints(certificates, anchor),
    checkAnchorConstraints(anchor.constraints, { leaf, at, purpose, policies }, last),
  ]
  for (const alone of own) checks.push(...alone)
  let certificate = leaf
  for (let index = 0; index < last; index += 1) {
    const issuer = certificates[index + 1] as Certificate
    const link = linkChecks(certificate, issuer, index, terms, status)
    checks.push(...(isPending(link) ? await link : link))
    certificate = issuer
  }
  return { checks, policies }
}
