import {
  type Check,
  fromBase64,
  parseInstant,
  passed,
  type Report,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import { type TrustedKey, type TrustStore, trustedKeys } from '../verify/index.js'
import type { CountryAnchor } from './country-anchor.js'
import {
  itemFailed,
  type JudgedItem,
  judgeSigner,
  judgeVouched,
  readSigner,
} from './judge-signer.js'
import { parseTrustList, type TrustListDocument, type TrustListItem } from './trust-list.js'

/** The checks of a list: its age, and each of its certificates (`items[0]`, `items[1]`…). */
export type TrustListCheckId = 'trust-list.freshness' | 'trust-list.item'

/** What was loaded. */
export interface LoadedTrustList {
  /** The keys whose certificates chain to their country. Empty when the list is out of date. */
  readonly trust: TrustStore
  /** `valid` when the list is current and every certificate on it holds. */
  readonly report: Report<TrustListCheckId>
  readonly issuedAt: Date
  readonly nextUpdate: Date
}

/** How a list is loaded. */
export interface TrustListOptions {
  /** The countries' own authorities. Without a country's, none of its keys is trusted by its chain. */
  readonly anchors: readonly CountryAnchor[]
  readonly intermediates?: readonly Uint8Array[]
  /** The instant at which the list and its certificates must hold. */
  readonly at: Date
  /**
   * `chain` (default): a certificate is believed when it chains to an anchor of its country. `list`: on the
   * word of the list, for you to vouch for, as you do for one that `openSnapshot` found to be your
   * publisher's.
   */
  readonly believe?: 'chain' | 'list'
  /** Whether a list that is past its next update is still used. Default false. */
  readonly acceptStale?: boolean
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

function freshness(
  list: TrustListDocument,
  { at, acceptStale }: TrustListOptions,
): Check<'trust-list.freshness'> {
  const id = 'trust-list.freshness'
  if (!(parseInstant(list.issuedAt) <= at)) return unknown(id, 'not-yet-issued')
  if (at < parseInstant(list.nextUpdate)) return passed(id)
  return acceptStale === true ? passed(id, { params: { stale: true } }) : unknown(id, 'stale')
}

async function judgeItem(
  { certificate, country, usages }: TrustListItem,
  index: number,
  options: TrustListOptions,
): Promise<JudgedItem> {
  const subject = `items[${index}]`
  const read = readSigner(() => fromBase64(certificate))
  if (read === undefined) return { check: itemFailed('unreadable', subject) }
  const judge = options.believe === 'list' ? judgeVouched : judgeSigner
  return judge(read, country, usages, subject, options)
}

/**
 * A trust store of the signing certificates on a list that chain to their own country's anchor, and a
 * report of the list: one check a certificate.
 *
 * A certificate that does not hold is left out and does not spoil the others. A list past its next
 * update gives an empty store, so that verifying is `indeterminate`, unless `acceptStale`. Who
 * published the list is not checked here, but by `openSnapshot`.
 *
 * @throws ParseError `certificate-trust.list`
 * @example
 * ```ts
 * import { type CountryAnchor, loadTrustList } from '@tiemchung/certificates/trust'
 * async function trustFrom(json: string, anchors: readonly CountryAnchor[], at: Date) {
 *   const { trust, report } = await loadTrustList(JSON.parse(json), { anchors, at })
 *   return { trust, leftOut: report.checks.filter((check) => check.status !== 'passed') }
 * }
 * ```
 */
export async function loadTrustList(
  document: unknown,
  options: TrustListOptions,
): Promise<LoadedTrustList> {
  const list = parseTrustList(document)
  const fresh = freshness(list, options)
  const keys: TrustedKey[] = []
  const checks: Check<TrustListCheckId>[] = [fresh]
  for (const [index, item] of list.items.entries()) {
    const { key, check } = await judgeItem(item, index, options)
    checks.push(check)
    if (key !== undefined) keys.push(key)
  }
  const believed = fresh.status === 'passed' ? keys : []
  return {
    trust: trustedKeys(believed, { version: list.version }),
    report: { verdict: verdictOf(checks), checks },
    issuedAt: parseInstant(list.issuedAt),
    nextUpdate: parseInstant(list.nextUpdate),
  }
}
