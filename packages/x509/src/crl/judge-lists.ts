/** Is a certificate revoked, by revocation lists (RFC 5280 section 6.3.3)? */
import { allReasons } from '../certificate/distribution-point.js'
import { readable } from '../readable.js'
import type {
  CertificateStatus,
  StatusSubject,
  StatusTerms,
} from '../revocation/certificate-status.js'
import { compareNumbers, continues, listRefusal, sameSeries, staleness } from './list-checks.js'
import type { ListIndex } from './list-index.js'
import { signerRefusal } from './list-signer.js'
import { covers, type Point, pointsOf } from './point-in-question.js'
import type { RevocationList } from './read-crl.js'
import type { RevokedEntry } from './read-entry.js'

/** What one list says of one certificate, when it may be relied on for that. */
type Finding =
  | { readonly kind: 'revoked'; readonly entry: RevokedEntry; readonly list: RevocationList }
  | {
      readonly kind: 'silent'
      readonly reasons: number
      readonly list: RevocationList
      /** The number of the list, or of the delta list that it was brought up to. */
      readonly upTo: Uint8Array | undefined
    }
  | { readonly kind: 'open'; readonly reason: string }

/** What a complete list says, brought up to a number. */
interface Updated {
  readonly entry: RevokedEntry | 'absent'
  readonly upTo: Uint8Array | undefined
}

const open = (reason: string): Finding => ({ kind: 'open', reason })
const outOfScope = 'crl-out-of-scope'

/** Asks the lists about one certificate. */
class ListInquiry {
  readonly #subject: StatusSubject
  readonly #lists: ListIndex
  readonly #terms: StatusTerms

  constructor(subject: StatusSubject, lists: ListIndex, terms: StatusTerms) {
    this.#subject = subject
    this.#lists = lists
    this.#terms = terms
  }

  /** What every list at a point says. */
  async at(point: Point): Promise<readonly Finding[]> {
    const findings: Finding[] = []
    for (const issuer of point.issuers) {
      for (const list of this.#lists.issuedBy(issuer)) findings.push(await this.#ask(list, point))
    }
    return findings
  }

  async #ask(list: RevocationList, point: Point): Promise<Finding> {
    const { certificate } = this.#subject
    if (!covers(list, point, certificate)) return open(outOfScope)
    const refusal = await this.#refusal(list)
    if (refusal !== undefined) return open(refusal)
    const stale = staleness(list, this.#terms)
    const own = this.#lists.ask(list, certificate)
    if (own === 'malformed') return open('crl-malformed')
    if (own === 'unusable') return open('crl-critical-extension')
    if (list.baseCrlNumber !== undefined) return this.#byDelta(list, own, stale)
    const { entry, upTo } = await this.#updated(list, own)
    if (entry === 'absent') {
      if (stale !== undefined) return open(stale)
      const reasons = (list.scope?.reasons ?? allReasons) & point.reasons
      return point.vouches ? { kind: 'silent', reasons, list, upTo } : open(outOfScope)
    }
    // Whoever was revoked once stays revoked, however old the list; a hold may have been lifted since.
    const lifted = entry.reason === 'certificateHold' ? stale : undefined
    return lifted === undefined ? { kind: 'revoked', entry, list } : open(lifted)
  }

  async #refusal(list: RevocationList): Promise<string | undefined> {
    const { issuer } = this.#subject
    return listRefusal(list, this.#terms) ?? (await signerRefusal(list, issuer, this.#terms))
  }

  /** A delta list alone counts against a certificate, and never for it. */
  #byDelta(
    list: RevocationList,
    entry: RevokedEntry | 'absent',
    stale: string | undefined,
  ): Finding {
    if (entry === 'absent' || entry.reason === 'removeFromCRL') return open('crl-no-base')
    const lifted = entry.reason === 'certificateHold' ? stale : undefined
    return lifted === undefined ? { kind: 'revoked', entry, list } : open(lifted)
  }

  /** What a complete list says after the newest delta list that continues it. */
  async #updated(complete: RevocationList, own: RevokedEntry | 'absent'): Promise<Updated> {
    const alone = { entry: own, upTo: complete.crlNumber }
    // What is revoked for good is not taken back.
    if (own !== 'absent' && own.reason !== 'certificateHold') return alone
    const delta = await this.#newestDelta(complete)
    if (delta === undefined) return alone
    const said = this.#lists.ask(delta, this.#subject.certificate)
    if (said === 'unusable' || said === 'malformed') return alone
    const entry = said === 'absent' ? own : said
    const lifted = entry !== 'absent' && entry.reason === 'removeFromCRL'
    return { entry: lifted ? 'absent' : entry, upTo: delta.crlNumber }
  }

  async #newestDelta(complete: RevocationList): Promise<RevocationList | undefined> {
    const deltas = this.#lists
      .issuedBy(complete.issuer.key)
      .filter((list) => continues(list, complete) && staleness(list, this.#terms) === undefined)
      .sort((left, right) => compareNumbers(right.crlNumber, left.crlNumber))
    for (const delta of deltas) if ((await this.#refusal(delta)) === undefined) return delta
    return undefined
  }
}

/** Whether a hold that one list tells of is lifted, by a later one of the same series. */
function isLifted(
  held: Finding & { readonly kind: 'revoked' },
  silent: readonly (Finding & { readonly kind: 'silent' })[],
): boolean {
  if (held.entry.reason !== 'certificateHold') return false
  const { list } = held
  return silent.some(
    (later) => sameSeries(later.list, list) && compareNumbers(later.upTo, list.crlNumber) > 0,
  )
}

/** The reason of the list that came nearest. */
function nearest(findings: readonly { readonly reason: string }[]): string {
  const reasons = findings.map(({ reason }) => reason)
  return reasons.find((reason) => reason !== outOfScope) ?? reasons[0] ?? 'no-crl'
}

function conclude(findings: readonly Finding[]): CertificateStatus {
  const silent = findings.filter((one) => one.kind === 'silent')
  const revoked = findings.find((one) => one.kind === 'revoked' && !isLifted(one, silent))
  if (revoked?.kind === 'revoked') {
    const { reason, revocationDate, invalidSince } = revoked.entry
    const early = invalidSince === undefined ? {} : { invalidSince }
    return { status: 'revoked', reason, since: revocationDate, ...early }
  }
  const covered = silent.reduce((all, { reasons }) => all | reasons, 0)
  if (covered === allReasons) return { status: 'good' }
  if (silent.length > 0) return { status: 'unknown', reason: 'crl-reasons-incomplete' }
  return { status: 'unknown', reason: nearest(findings.filter((one) => one.kind === 'open')) }
}

/**
 * The status of a certificate by lists: revoked when one that can be relied on names it, good when those
 * that cover it for every reason do not, else unknown with the reason of the nearest list.
 */
export async function statusByLists(
  subject: StatusSubject,
  lists: ListIndex,
  terms: StatusTerms,
): Promise<CertificateStatus> {
  const points = readable(() => pointsOf(subject.certificate))
  if (points === undefined) return { status: 'unknown', reason: 'distribution-points-malformed' }
  const inquiry = new ListInquiry(subject, lists, terms)
  const findings: Finding[] = []
  for (const point of points) findings.push(...(await inquiry.at(point)))
  return conclude(findings)
}
