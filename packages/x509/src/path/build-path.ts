/** Path building: candidate issuers by name, best hints first, with backtracking and budgets. */
import { equalBytes } from '@tiemchung/core'
import { after, type MaybePromise, someInTurn } from '@tiemchung/core/crypto'
import type { Certificate } from '../certificate/read-certificate.js'
import type { Anchor } from './anchor.js'
import { certificateChecks, countedAbove } from './certificate-checks.js'
import type { Purpose } from './purpose.js'
import type { PathCheck, SetAside } from './path-report.js'
import { readOrSetAside } from './set-aside.js'
import type { SignatureJudge } from '../signature/signature-judge.js'

/** A possible issuer: an anchor when it has one. */
export interface Candidate {
  readonly certificate: Certificate
  readonly anchor: Anchor | undefined
}

/** Certificates of a path, the leaf first. */
export type Chain = readonly [Certificate, ...Certificate[]]

/** A path from the leaf to an anchor, of which only what the search needed has been checked. */
export interface CandidatePath {
  /** The leaf first, the anchor's certificate last. */
  readonly certificates: Chain
  /** The checks of each certificate by itself, in the same order. */
  readonly checks: readonly (readonly PathCheck[])[]
  readonly anchor: Anchor
}

/** Takes a path that the search offers; true ends the search. */
export type TakePath = (path: CandidatePath) => MaybePromise<boolean>

/** How much a search may cost. */
export interface Budget {
  /** Signatures checked. */
  readonly signatures: number
  /** Issuers tried. */
  readonly links: number
  /** Intermediates that are not self-issued. */
  readonly intermediates: number
}

/** The budgets of a search when the caller names none. */
export const defaultBudget: Budget = { signatures: 100, links: 10_000, intermediates: 8 }

/** Self-issued certificates do not count as intermediates, but the path ends somewhere. */
const longestPath = 32

/** Candidates by the comparison key of their subject. */
export type Pool = ReadonlyMap<string, readonly Candidate[]>

/** Anchors before intermediates; what cannot be read is set aside and named. */
export function poolOf(
  anchors: readonly Anchor[],
  intermediates: readonly Uint8Array[],
  read: (der: Uint8Array) => Certificate,
): { readonly pool: Pool; readonly setAside: readonly SetAside[] } {
  const pool = new Map<string, Candidate[]>()
  const setAside: SetAside[] = []
  const add = (from: SetAside['from'], index: number, der: Uint8Array, anchor?: Anchor) => {
    const certificate = readOrSetAside(() => read(der), from, index, setAside)
    if (certificate === undefined) return
    const { key } = certificate.subject
    const known = pool.get(key)
    if (known === undefined) pool.set(key, [{ certificate, anchor }])
    else known.push({ certificate, anchor })
  }
  anchors.forEach((anchor, index) => {
    add('anchors', index, anchor.certificate, anchor)
  })
  intermediates.forEach((der, index) => {
    add('intermediates', index, der)
  })
  return { pool, setAside }
}

/** 0: the key identifiers agree; 1: nothing to compare; 2: they differ. Never more than a hint. */
function hint(child: Certificate, issuer: Certificate): number {
  const named = child.extensions.authorityKeyId
  const own = issuer.extensions.subjectKeyId
  if (named === undefined || own === undefined) return 1
  return equalBytes(named, own) ? 0 : 2
}

/** The candidates for the issuer of a certificate, the likeliest first. */
function candidatesFor(child: Certificate, pool: Pool): readonly Candidate[] {
  const named = pool.get(child.issuer.key) ?? []
  if (named.length < 2) return named
  const rank = ({ certificate, anchor }: Candidate) =>
    hint(child, certificate) * 2 + (anchor === undefined ? 1 : 0)
  return [...named].sort((left, right) => rank(left) - rank(right))
}

/** The same name with the same key is the same authority, and a path visits it once. */
function visits(path: readonly Certificate[], candidate: Certificate): boolean {
  return path.some(
    (certificate) =>
      certificate.subject.key === candidate.subject.key &&
      equalBytes(certificate.spki, candidate.spki),
  )
}

/** A path under way: certificates from the leaf on, and the checks of each by itself. */
type Way = Omit<CandidatePath, 'anchor'>

/** One search for paths: it offers them one by one, for as long as the budget lasts. */
export class PathSearch {
  readonly #pool: Pool
  readonly #judge: SignatureJudge
  readonly #budget: Budget
  readonly #at: Date
  readonly #purpose: Purpose
  #links = 0

  constructor(pool: Pool, judge: SignatureJudge, budget: Budget, at: Date, purpose: Purpose) {
    this.#pool = pool
    this.#judge = judge
    this.#budget = budget
    this.#at = at
    this.#purpose = purpose
  }

  /** Issuers tried so far. */
  get links(): number {
    return this.#links
  }

  /** Whether the search ended for want of budget rather than of candidates. */
  get exhausted(): boolean {
    return this.#links >= this.#budget.links || this.#judge.exhausted
  }

  /**
   * Offers paths from a leaf to an anchor until one is taken, and tells whether one was. With `prune`,
   * each link holds by every rule that can be judged on the way; without, links hold by name alone, to
   * find out why nothing better exists.
   */
  search(leaf: Certificate, prune: boolean, take: TakePath): MaybePromise<boolean> {
    const checks = [this.#checks(leaf, [], undefined)]
    return this.#extend(leaf, { certificates: [leaf], checks }, prune, take)
  }

  #extend(child: Certificate, way: Way, prune: boolean, take: TakePath): MaybePromise<boolean> {
    if (way.certificates.length >= longestPath) return false
    const candidates = candidatesFor(child, this.#pool)
    return someInTurn(candidates, (issuer) => this.#try(child, issuer, way, prune, take))
  }

  /** Tries one issuer: whether a path over it was taken. */
  #try(
    child: Certificate,
    { certificate, anchor }: Candidate,
    { certificates, checks }: Way,
    prune: boolean,
    take: TakePath,
  ): MaybePromise<boolean> {
    if (this.#links >= this.#budget.links || visits(certificates, certificate)) return false
    this.#links += 1
    const longer: Chain = [...certificates, certificate]
    if (anchor === undefined && countedAbove(longer) > this.#budget.intermediates) return false
    const own = this.#checks(certificate, certificates, anchor)
    const way = { certificates: longer, checks: [...checks, own] }
    const holds = prune ? this.#holds(child, certificate, own) : true
    return after(holds, (held) => {
      if (!held) return false
      if (anchor === undefined) return this.#extend(certificate, way, prune, take)
      return take({ ...way, anchor })
    })
  }

  #checks(
    certificate: Certificate,
    below: readonly Certificate[],
    anchor: Anchor | undefined,
  ): readonly PathCheck[] {
    return certificateChecks({
      certificate,
      below,
      isAnchor: anchor !== undefined,
      nameAndKey: anchor?.as === 'name-and-key',
      at: this.#at,
      purpose: this.#purpose,
      algorithms: this.#judge.algorithms,
    })
  }

  /** Whether an issuer may stand where it does and signed the certificate before it. */
  #holds(
    child: Certificate,
    issuer: Certificate,
    checks: readonly PathCheck[],
  ): MaybePromise<boolean> {
    for (const check of checks) if (check.status === 'failed') return false
    return after(this.#judge.judge(child, issuer), (outcome) => outcome === 'holds')
  }
}
