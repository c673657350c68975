import { ParseError, type Report, verdictOf } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import { trustErrors } from '../../errors/trust-errors.js'
import { type TrustedKey, type TrustStore, trustedKeys } from '../../verify/index.js'
import { systemCrypto } from '../../world.js'
import type { CountryAnchor } from '../country-anchor.js'
import {
  type ItemCheck,
  itemFailed,
  itemSkipped,
  itemUnknown,
  type JudgedItem,
  judgeSigner,
} from '../judge-signer.js'
import { type GatewayItem, readGatewayItem } from './gateway-item.js'
import { current, type GatewayTerms, judgeRoot, unsignedBy } from './gateway-roots.js'

/** What was loaded. */
export interface LoadedGatewayList {
  /** The document signers that hold. */
  readonly trust: TrustStore
  /** One check an item (`items[0]`, `items[1]`…); `valid` when every one of them holds. */
  readonly report: Report<'trust-list.item'>
  /** The countries' authorities that hold: yours, and those that the trust anchor signed. */
  readonly anchors: readonly CountryAnchor[]
}

/** How a gateway's list is loaded. */
export interface GatewayListOptions {
  /** The gateway's trust anchor in DER, got through another channel than the list; several while it is replaced. */
  readonly trustAnchors?: readonly Uint8Array[]
  /** Countries' authorities (CSCA) that you trust whether or not the trust anchor signed them. */
  readonly anchors?: readonly CountryAnchor[]
  /** Countries' upload certificates that you trust, for lists of document signers alone. */
  readonly uploaders?: readonly CountryAnchor[]
  /** The instant at which the certificates must hold. */
  readonly at: Date
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

/** Larger lists are not read; the gateway's had some 5,000 items. */
const mostItems = 20_000

function itemsOf(list: unknown): readonly unknown[] {
  if (!Array.isArray(list) || list.length > mostItems) {
    throw new ParseError(trustErrors, 'certificate-trust.gateway')
  }
  return list as readonly unknown[]
}

const subjectOf = (index: number) => `items[${index}]`

interface Roots {
  readonly anchors: CountryAnchor[]
  readonly uploaders: CountryAnchor[]
}

function isRoot(item: GatewayItem): item is GatewayItem & { readonly type: 'CSCA' | 'UPLOAD' } {
  return item.type === 'CSCA' || item.type === 'UPLOAD'
}

/** Document signers are put forward by their country's uploader and issued by its authority. */
async function judgeDocumentSigner(
  item: GatewayItem,
  subject: string,
  { anchors, uploaders }: Roots,
  { at, crypto }: GatewayTerms,
): Promise<JudgedItem> {
  const { country, certificate } = item
  const own = uploaders.filter((one) => one.country === country).map((one) => one.certificate)
  if (own.length === 0) return { check: itemUnknown('no-upload-certificate', subject) }
  const unsigned = await unsignedBy(item, own, subject, crypto)
  if (unsigned !== undefined) return { check: unsigned }
  return judgeSigner(certificate, country, undefined, subject, { anchors, at, crypto })
}

/** Authorities and uploaders come first: what they vouch for may stand before them on the list. */
async function judgeRoots(
  items: readonly (GatewayItem | string)[],
  roots: Roots,
  terms: GatewayTerms,
): Promise<ReadonlyMap<number, ItemCheck>> {
  const checks = new Map<number, ItemCheck>()
  for (const [index, item] of items.entries()) {
    if (typeof item === 'string' || !isRoot(item)) continue
    const check = await judgeRoot(item, subjectOf(index), terms)
    checks.set(index, check)
    const role = item.type === 'CSCA' ? roots.anchors : roots.uploaders
    if (check.status === 'passed') {
      role.push({ country: item.country, certificate: item.certificate.der })
    }
  }
  return checks
}

async function judgeItem(
  item: GatewayItem | string,
  subject: string,
  roots: Roots,
  terms: GatewayTerms,
): Promise<JudgedItem> {
  if (item === 'other-type') return { check: itemSkipped(item, subject) }
  if (typeof item === 'string') return { check: itemFailed(item, subject) }
  if (item.type === 'AUTHENTICATION') return { check: itemSkipped('not-a-signer', subject) }
  return judgeDocumentSigner(item, subject, roots, terms)
}

/**
 * A trust store of the document signers in a list of the EU DCC gateway, and a report with one check an item.
 *
 * Thumbprint and key id must be those of the certificate. A country's authority (CSCA) and upload certificate
 * must be signed by the trust anchor; a document signer must be signed by an upload certificate of its country
 * and chain to an authority of its country. What cannot be checked is `unknown` and left out. A key that is
 * no longer on the newest list is revoked: load the newest list alone, and do not keep keys of older ones.
 * The list itself is not signed, so that an old one cannot be told from a new one: take it from whom you trust.
 *
 * @throws ParseError `certificate-trust.gateway` for what is no list, `x509.*` for a trust anchor or uploader
 *   of yours that cannot be read
 * @example
 * ```ts
 * import { loadGatewayList } from '@tiemchung/certificates/trust'
 * async function trustFrom(json: string, trustAnchor: Uint8Array, at: Date) {
 *   const loaded = await loadGatewayList(JSON.parse(json), { trustAnchors: [trustAnchor], at })
 *   return { trust: loaded.trust, leftOut: loaded.report.checks.filter((one) => one.reason) }
 * }
 * ```
 */
export async function loadGatewayList(
  list: unknown,
  options: GatewayListOptions,
): Promise<LoadedGatewayList> {
  const { trustAnchors = [], anchors = [], uploaders = [], at, crypto = systemCrypto } = options
  const terms: GatewayTerms = {
    trustAnchors,
    own: { CSCA: anchors, UPLOAD: uploaders },
    at,
    crypto,
  }
  const roots: Roots = {
    anchors: [...anchors],
    uploaders: uploaders.filter(({ certificate }) => current([certificate], at).length > 0),
  }
  const items: (GatewayItem | string)[] = []
  for (const value of itemsOf(list)) items.push(await readGatewayItem(value, crypto))
  const rootChecks = await judgeRoots(items, roots, terms)
  const keys: TrustedKey[] = []
  const checks: ItemCheck[] = []
  for (const [index, item] of items.entries()) {
    const check = rootChecks.get(index)
    const judged: JudgedItem =
      check === undefined ? await judgeItem(item, subjectOf(index), roots, terms) : { check }
    checks.push(judged.check)
    if (judged.key !== undefined) keys.push(judged.key)
  }
  const report = { verdict: verdictOf(checks), checks }
  return { trust: trustedKeys(keys), report, anchors: roots.anchors }
}
