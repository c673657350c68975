/** Is this certificate to be believed, for this purpose, at this instant, and why not? */
import { InputError, unknown, verdictOf } from '@tiemchung/core'
import {
  after,
  type CryptoProvider,
  isPending,
  type MaybePromise,
  systemCrypto,
} from '@tiemchung/core/crypto'
import { type Certificate, readCertificate } from '../certificate/read-certificate.js'
import { ListIndex } from '../crl/list-index.js'
import { readCrl } from '../crl/read-crl.js'
import { errorCatalogue } from '../errors.js'
import { readOcspResponse } from '../ocsp/read-response.js'
import type { RevocationSources } from '../revocation/check-revocation.js'
import { hardFail, type RevocationQuery, revocationOff } from '../revocation/revocation-policy.js'
import { type AlgorithmPolicy, modernAlgorithms } from '../signature/algorithm-policy.js'
import { SignatureJudge } from '../signature/signature-judge.js'
import type { Anchor } from './anchor.js'
import { type Budget, defaultBudget, PathSearch, poolOf, type TakePath } from './build-path.js'
import { certificateChecks } from './certificate-checks.js'
import { type IssuerCache, IssuerMemory } from './issuer-cache.js'
import { type JudgedPath, judgePath, type Terms } from './judge-path.js'
import {
  citations,
  judged,
  notApplied,
  type PathCheck,
  pathCheckIds,
  type PathReport,
  requiredBelowKey,
  requiredChecks,
  type SetAside,
  subjectAt,
} from './path-report.js'
import type { PolicyDemand } from './policy-demand.js'
import { any, type Purpose } from './purpose.js'
import { readOrCode } from '../readable.js'
import { readOrSetAside } from './set-aside.js'

/** What to verify, by what, when and for what. */
export interface PathQuery {
  /** The certificate in question, in DER. */
  readonly leaf: Uint8Array
  /** Certificates that may lie between leaf and anchor, in any order; none is trusted. */
  readonly intermediates?: readonly Uint8Array[]
  readonly anchors: readonly Anchor[]
  /** The instant to judge at. */
  readonly at: Date
  /** Default `any`: usages of the leaf are not asked for. */
  readonly purpose?: Purpose
  /** Which certificate policies are demanded. Absent: none, beyond what the certificates demand. */
  readonly policy?: PolicyDemand
  /** Lists, answers and how they count. Absent: revocation is not asked for, and the report says so. */
  readonly revocation?: RevocationQuery
  /**
   * Which signatures and keys are believed, of certificates, lists and answers alike. Default:
   * `modernAlgorithms`. `legacyAlgorithms` is for what was archived in its time.
   */
  readonly algorithms?: AlgorithmPolicy
  /** How much the search may cost; each has a default. */
  readonly budget?: Partial<Budget>
  /** What was found of the same issuers before; see `issuerCache`. */
  readonly cache?: IssuerCache
  readonly crypto?: CryptoProvider
}

/** How many hopeless paths are judged to say why there is no better one. */
const diagnosed = 4

const [, ...afterParse] = pathCheckIds

/** Whose paths are being judged further out when a query begins. */
const nobody: Terms['judging'] = new Set()

interface Judged extends JudgedPath {
  readonly certificates: readonly Certificate[]
  /** Undefined when no path was found. */
  readonly anchor: Anchor | undefined
}

/** How much stands against a path: what failed weighs more than what is unknown. */
function refusals(checks: readonly PathCheck[]): number {
  let weight = 0
  for (const { status } of checks) {
    if (status === 'failed') weight += 1000
    else if (status === 'unknown') weight += 1
  }
  return weight
}

/** The best of the paths that a search offers; stops at the first that nothing stands against. */
function bestOf(
  search: PathSearch,
  leaf: Certificate,
  prune: boolean,
  terms: Terms,
): MaybePromise<Judged | undefined> {
  let best: Judged | undefined
  let least = Number.POSITIVE_INFINITY
  let seen = 0
  const take: TakePath = (path) =>
    after(judgePath(path, terms), ({ checks, policies }) => {
      const { certificates, anchor } = path
      const weight = refusals(checks)
      if (weight < least) {
        best = { certificates, anchor, checks, policies }
        least = weight
      }
      seen += 1
      return least === 0 || (!prune && seen === diagnosed)
    })
  return after(search.search(leaf, prune, take), () => best)
}

function withoutPath(leaf: Certificate, reason: string, terms: Terms): Judged {
  const { at, purpose, judge } = terms
  const anchor = unknown('path.anchor', reason, {
    cite: citations['path.anchor'],
    subject: subjectAt(0),
  })
  const { algorithms } = judge
  const own = certificateChecks({
    certificate: leaf,
    below: [],
    isAnchor: false,
    at,
    purpose,
    algorithms,
  })
  return { certificates: [leaf], anchor: undefined, checks: [anchor, ...own], policies: [] }
}

function findBest(
  leaf: Certificate,
  search: PathSearch,
  anchors: number,
  terms: Terms,
): MaybePromise<Judged> {
  if (anchors === 0) return withoutPath(leaf, 'no-anchors', terms)
  return after(bestOf(search, leaf, true, terms), (sound) => {
    if (sound !== undefined) return sound
    if (search.exhausted) return withoutPath(leaf, 'budget-exhausted', terms)
    const hopeless = bestOf(search, leaf, false, terms)
    return after(hopeless, (best) => best ?? withoutPath(leaf, 'no-path-found', terms))
  })
}

/** The checks in the order of their ids, each id at least once; that of the reading comes first. */
function arrange(parse: PathCheck, checks: readonly PathCheck[]): readonly PathCheck[] {
  const absent = parse.status === 'passed' ? 'no-path' : 'not-read'
  const ordered = [parse]
  for (const id of afterParse) {
    const before = ordered.length
    for (const check of checks) if (check.id === id) ordered.push(check)
    if (ordered.length === before) ordered.push(notApplied(id, absent))
  }
  return ordered
}

function readSources(
  query: RevocationQuery | undefined,
  setAside: SetAside[],
): RevocationSources | undefined {
  if (query === undefined) return undefined
  const { policy = hardFail, crls = [], ocsp = [], provenAt } = query
  const lists = crls.flatMap(
    (der, index) => readOrSetAside(() => readCrl(der), 'crls', index, setAside) ?? [],
  )
  const responses = ocsp.flatMap(
    (der, index) => readOrSetAside(() => readOcspResponse(der), 'ocsp', index, setAside) ?? [],
  )
  return { policy, lists: new ListIndex(lists), responses, provenAt }
}

function judgeOf(
  { algorithms = modernAlgorithms, crypto = systemCrypto }: PathQuery,
  budget: Budget,
  memory: IssuerMemory | undefined,
): SignatureJudge {
  const known = memory?.signaturesOf(crypto, algorithms)
  return new SignatureJudge(crypto, budget.signatures, algorithms, known)
}

function unreadable(query: PathQuery, purpose: Purpose, code: string): PathReport {
  const parse = judged('path.parse', 0, code)
  const checks = arrange(parse, [])
  return {
    verdict: verdictOf(checks, requiredChecks),
    checks,
    at: query.at,
    purpose: purpose.id,
    algorithms: (query.algorithms ?? modernAlgorithms).id,
    revocationPolicy: query.revocation?.policy?.id ?? revocationOff.id,
    path: [query.leaf],
    policies: [],
    setAside: [],
    work: { signatures: 0, links: 0 },
  }
}

/**
 * Whether a certificate chains to one of the caller's anchors by RFC 5280 section 6, as a report of
 * every check by id, each with the certificate it concerns (`certificate[0]` is the leaf).
 *
 * `valid` says that the key belonged to the named subject, for this purpose, at `at`, as far as the
 * anchors are to be trusted. It does not say that any document was signed at `at`, and without
 * `revocation` not that the certificate was not revoked: that check is then `skipped`. Anchors are
 * judged like every certificate but for their own signature, unless `Anchor.as` says that only name
 * and key count. Nothing is fetched. Without anchors, and when no path is found, the verdict is
 * `indeterminate`. What cannot be decided is `unknown`, never passed.
 *
 * @throws InputError `x509.path.instant`
 * @example
 * ```ts
 * import { documentSigning, verifyPath } from '@tiemchung/x509'
 * export async function trusted(leaf: Uint8Array, root: Uint8Array, crl: Uint8Array, at: Date) {
 *   const report = await verifyPath({
 *     leaf,
 *     anchors: [{ certificate: root, constraints: { country: 'VN' } }],
 *     at,
 *     purpose: documentSigning,
 *     revocation: { crls: [crl] },
 *   })
 *   return report.verdict === 'valid'
 * }
 * ```
 */
export async function verifyPath(query: PathQuery): Promise<PathReport> {
  const { at, purpose = any, anchors, intermediates = [] } = query
  if (Number.isNaN(at.getTime())) throw new InputError(errorCatalogue, 'x509.path.instant')
  const memory = query.cache instanceof IssuerMemory ? query.cache : undefined
  const leaf = readOrCode(() => memory?.readOnce(query.leaf) ?? readCertificate(query.leaf))
  if (typeof leaf === 'string') return unreadable(query, purpose, leaf)
  const read = memory === undefined ? readCertificate : (der: Uint8Array) => memory.read(der)
  const { pool, setAside } = poolOf(anchors, intermediates, read)
  const aside = [...setAside]
  const budget = query.budget === undefined ? defaultBudget : { ...defaultBudget, ...query.budget }
  const judge = judgeOf(query, budget, memory)
  const terms: Terms = {
    at,
    purpose,
    policy: query.policy,
    sources: readSources(query.revocation, aside),
    judge,
    pool,
    budget,
    judging: nobody,
  }
  const search = new PathSearch(pool, judge, budget, at, purpose)
  const found = findBest(leaf, search, anchors.length, terms)
  const best = isPending(found) ? await found : found
  const parse = judged('path.parse', 0, undefined)
  const checks = arrange(parse, best.checks)
  const required = best.anchor?.as === 'name-and-key' ? requiredBelowKey : requiredChecks
  return {
    verdict: verdictOf(checks, required),
    checks,
    at,
    purpose: purpose.id,
    algorithms: judge.algorithms.id,
    revocationPolicy: terms.sources?.policy.id ?? revocationOff.id,
    path: best.certificates.map((certificate) => certificate.der),
    policies: best.policies,
    setAside: aside,
    work: { signatures: judge.spent, links: search.links },
  }
}
