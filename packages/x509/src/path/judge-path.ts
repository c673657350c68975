/** The judgement of one complete path: every rule, on every certificate, with every signature. */
import { unknown } from '@tiemchung/core'
import { after, type MaybePromise } from '@tiemchung/core/crypto'
import type { Certificate } from '../certificate/read-certificate.js'
import type { StatusSubject, StatusTerms } from '../revocation/certificate-status.js'
import { checkRevocation, type RevocationSources } from '../revocation/check-revocation.js'
import type { RevocationPolicy } from '../revocation/revocation-policy.js'
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
function leadsTo(anchor: Anchor, candidate: Candidate, terms: Terms): MaybePromise<boolean> {
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
  return search.search(signer, true, (path) => {
    if (path.anchor !== anchor) return false
    return after(
      judgePath(path, inner),
      ({ checks }) => !checks.some(({ status }) => status === 'failed' || status === 'unknown'),
    )
  })
}

function statusTerms(anchor: Anchor, terms: Terms, policy: RevocationPolicy): StatusTerms {
  const { at, judge, pool } = terms
  const known = new Map<Candidate, MaybePromise<boolean>>()
  const toAnchor = (signer: Candidate) => {
    const answer = known.get(signer) ?? leadsTo(anchor, signer, terms)
    known.set(signer, answer)
    return answer
  }
  return {
    at,
    judge,
    longestAge: policy.longestAge,
    unnumbered: policy.acceptsUnnumbered === true,
    signersNamed: (key) =>
      (pool.get(key) ?? []).map((signer) => ({
        certificate: signer.certificate,
        leadsToAnchor: () => toAnchor(signer),
      })),
  }
}

type AskRevocation = (subject: StatusSubject, index: number) => MaybePromise<PathCheck>

/** How the certificates below an anchor are asked about; without sources, not at all. */
function askRevocation(anchor: Anchor, terms: Terms): AskRevocation {
  const { sources } = terms
  if (sources === undefined) return (_, index) => notAsked('path.revocation', index)
  const status = statusTerms(anchor, terms, sources.policy)
  return (subject, index) => checkRevocation(subject, sources, status, subjectAt(index))
}

/** Name, signature and revocation of each certificate but the anchor, one after the other. */
function addLinkChecks(
  { certificates, anchor }: CandidatePath,
  terms: Terms,
  checks: PathCheck[],
): MaybePromise<void> {
  const revocationOf = askRevocation(anchor, terms)
  const from = (index: number): MaybePromise<void> => {
    const certificate = certificates[index]
    const issuer = certificates[index + 1]
    if (certificate === undefined || issuer === undefined) return undefined
    checks.push(checkNameChaining(certificate, issuer, index))
    return after(terms.judge.judge(certificate, issuer), (outcome) => {
      checks.push(signatureCheck(outcome, index))
      return after(revocationOf({ certificate, issuer }, index), (revocation) => {
        checks.push(revocation)
        return from(index + 1)
      })
    })
  }
  return from(0)
}

/** What came of a path. */
export interface JudgedPath {
  /** All its checks, in no particular order. */
  readonly checks: readonly PathCheck[]
  /** The acceptable policies that it is valid for. */
  readonly policies: readonly string[]
}

/** Judges one path. */
export function judgePath(path: CandidatePath, terms: Terms): MaybePromise<JudgedPath> {
  const { certificates, checks: own, anchor } = path
  const { at, purpose } = terms
  const last = certificates.length - 1
  const [leaf] = certificates
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
  return after(addLinkChecks(path, terms, checks), () => ({ checks, policies }))
}
