import {
  type Check,
  failed,
  fromBase64,
  isSdkError,
  parseInstant,
  passed,
  type Report,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import {
  attributeOf,
  attributeOids,
  type Certificate,
  type PathReport,
  readCertificate,
} from '@tiemchung/x509'
import {
  type CertificateType,
  type TrustedKey,
  type TrustStore,
  trustedKeys,
  usagesOf,
} from '../verify/index.js'
import { type CountryAnchor, verifyCountryPath } from './country-anchor.js'
import { parseTrustList, type TrustListDocument, type TrustListItem } from './trust-list.js'
import { systemCrypto } from '../world.js'

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
  /** The countries' own authorities. Without a country's, none of its keys is trusted. */
  readonly anchors: readonly CountryAnchor[]
  readonly intermediates?: readonly Uint8Array[]
  /** The instant at which the list and its certificates must hold. */
  readonly at: Date
  /** Whether a list that is past its next update is still used. Default false. */
  readonly acceptStale?: boolean
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

type ItemCheck = Check<'trust-list.item'>
interface Judged {
  readonly key?: TrustedKey
  readonly check: ItemCheck
}

const itemId = 'trust-list.item'

function freshness(
  list: TrustListDocument,
  { at, acceptStale }: TrustListOptions,
): Check<'trust-list.freshness'> {
  const id = 'trust-list.freshness'
  if (!(parseInstant(list.issuedAt) <= at)) return unknown(id, 'not-yet-issued')
  if (at < parseInstant(list.nextUpdate)) return passed(id)
  return acceptStale === true ? passed(id, { params: { stale: true } }) : unknown(id, 'stale')
}

function readItem({ certificate }: TrustListItem): Certificate | undefined {
  try {
    return readCertificate(fromBase64(certificate))
  } catch (cause) {
    if (isSdkError(cause)) return undefined
    throw cause
  }
}

/** What both the certificate and the list allow. */
function usagesFor(
  certificate: Certificate,
  item: TrustListItem,
): readonly CertificateType[] | undefined {
  const own = usagesOf(certificate.extensions.extendedKeyUsage)
  if (item.usages === undefined) return own
  return own === undefined ? item.usages : item.usages.filter((usage) => own.includes(usage))
}

async function keyOf(
  certificate: Certificate,
  item: TrustListItem,
  crypto: CryptoProvider,
): Promise<TrustedKey> {
  const { der, spki, notBefore, notAfter } = certificate
  const usages = usagesFor(certificate, item)
  return {
    keyId: (await crypto.digest('SHA-256', der)).slice(0, 8),
    key: spki,
    country: item.country,
    notBefore,
    notAfter,
    certificate: der,
    ...(usages === undefined ? {} : { usages }),
  }
}

/** The first check that stood against the path gives the reason. */
function refused(path: PathReport, subject: string): ItemCheck {
  const make = path.verdict === 'invalid' ? failed : unknown
  const status = path.verdict === 'invalid' ? 'failed' : 'unknown'
  const open = path.checks.find((check) => check.status === status)
  const params = { check: open?.id ?? 'path.anchor' }
  return make(itemId, open?.reason ?? 'chain-undecided', { subject, params })
}

async function judgeItem(
  item: TrustListItem,
  index: number,
  options: TrustListOptions,
): Promise<Judged> {
  const subject = `items[${index}]`
  const certificate = readItem(item)
  if (certificate === undefined) return { check: failed(itemId, 'unreadable', { subject }) }
  const own = attributeOf(certificate.subject, attributeOids.countryName)?.toUpperCase()
  if (own !== undefined && own !== item.country) {
    return { check: failed(itemId, 'country-differs', { subject }) }
  }
  const { anchors, intermediates, at, crypto } = options
  const { country } = item
  const leaf = certificate.der
  const path = await verifyCountryPath({ leaf, country, anchors, intermediates, at, crypto })
  if (path.verdict !== 'valid') return { check: refused(path, subject) }
  const key = await keyOf(certificate, item, crypto ?? systemCrypto)
  return { key, check: passed(itemId, { subject }) }
}

/**
 * A trust store of the signing certificates on a list that chain to their own country's anchor, and a
 * report of the list: one check a certificate.
 *
 * A certificate that does not hold is left out and does not spoil the others. A list past its next
 * update gives an empty store, so that verifying is `indeterminate`, unless `acceptStale`. Who
 * published the list is not checked: its anchors are what is believed.
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
