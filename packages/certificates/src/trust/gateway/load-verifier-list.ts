import { fromBase64, ParseError, type Report, toHex, verdictOf } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import { trustErrors } from '../../errors/trust-errors.js'
import { type TrustedKey, type TrustStore, trustedKeys } from '../../verify/index.js'
import { systemCrypto } from '../../world.js'
import type { CountryAnchor } from '../country-anchor.js'
import { anyBase64 } from '../jwk-key.js'
import {
  countryOf,
  type ItemCheck,
  itemFailed,
  itemSkipped,
  itemUnknown,
  type JudgedItem,
  judgeSigner,
  judgeVouched,
  readSigner,
} from '../judge-signer.js'
import { bytesOf, isKeyId, looseOf } from './gateway-item.js'

/** What a national verifier service hands out. */
export interface VerifierList {
  /** `{ kid, rawData }` each, as JSON. */
  readonly certificates: unknown
  /** Key ids that are in force, as JSON: a key that is not among them is revoked. */
  readonly status: unknown
}

/** How a verifier's list is loaded. */
export interface VerifierListOptions {
  /** The countries' own authorities (CSCA), got through another channel than the list. */
  readonly anchors?: readonly CountryAnchor[]
  readonly intermediates?: readonly Uint8Array[]
  readonly at: Date
  /**
   * `chain` (default): a key is believed when its certificate chains to an anchor of its country.
   * `list`: every key is believed on the word of the list, for you to vouch for.
   */
  readonly believe?: 'chain' | 'list'
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

/** What was loaded. */
export interface LoadedVerifierList {
  readonly trust: TrustStore
  /** One check a certificate (`certificates[0]`), and one a key id whose certificate is missing (`status[3]`). */
  readonly report: Report<'trust-list.item'>
}

const mostItems = 20_000

function listOf(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length > mostItems) {
    throw new ParseError(trustErrors, 'certificate-trust.verifier-list', { path: [path] })
  }
  return value as readonly unknown[]
}

/** Key ids in hex; what is none of them stands for nothing and is said to be unreadable. */
const keyIdOf = (kid: unknown): string | undefined => {
  const bytes = bytesOf(kid, anyBase64)
  return bytes?.length === 8 ? toHex(bytes) : undefined
}

async function judge(
  value: unknown,
  inForce: ReadonlySet<string | undefined>,
  subject: string,
  options: VerifierListOptions,
): Promise<JudgedItem> {
  const { anchors = [], intermediates, at, believe = 'chain', crypto = systemCrypto } = options
  const { kid, rawData } = looseOf(value)
  const der = bytesOf(rawData, fromBase64)
  const certificate = der && readSigner(() => der)
  const keyId = keyIdOf(kid)
  if (certificate === undefined || keyId === undefined) {
    return { check: itemFailed('unreadable', subject) }
  }
  const digest = await crypto.digest('SHA-256', certificate.der)
  if (!isKeyId(kid, digest)) return { check: itemFailed('key-id-differs', subject) }
  if (!inForce.has(keyId)) return { check: itemSkipped('withdrawn', subject) }
  const country = countryOf(certificate)
  if (country === undefined) return { check: itemUnknown('country-unknown', subject) }
  const terms = { anchors, intermediates, at, crypto }
  return believe === 'list'
    ? judgeVouched(certificate, country, undefined, subject, terms)
    : judgeSigner(certificate, country, undefined, subject, terms)
}

/** Key ids in force that no certificate has, and what is no key id. */
function missing(status: readonly unknown[], known: ReadonlySet<string | undefined>): ItemCheck[] {
  return status.flatMap((kid, index) => {
    const subject = `status[${index}]`
    const keyId = keyIdOf(kid)
    if (keyId === undefined) return [itemFailed('unreadable', subject)]
    return known.has(keyId) ? [] : [itemUnknown('no-certificate', subject)]
  })
}

/**
 * A trust store of the signers that a verifier service of the EU DCC hands out: certificates with their key
 * ids, and the list of key ids that are in force.
 *
 * A key id must be that of its certificate; a key that is not in force is left out. The country is the
 * certificate's own. Nothing in these lists is signed: with `believe: 'chain'` the anchors are what is
 * believed, and with `list` it is the service.
 *
 * @throws ParseError `certificate-trust.verifier-list`
 * @example
 * ```ts
 * import { type CountryAnchor, loadVerifierList } from '@tiemchung/certificates/trust'
 * const trustFrom = (certificates: unknown, status: unknown, anchors: readonly CountryAnchor[]) =>
 *   loadVerifierList({ certificates, status }, { anchors, at: new Date() })
 * ```
 */
export async function loadVerifierList(
  list: VerifierList,
  options: VerifierListOptions,
): Promise<LoadedVerifierList> {
  const certificates = listOf(list.certificates, 'certificates')
  const status = listOf(list.status, 'status')
  const inForce = new Set(status.map(keyIdOf))
  const keys: TrustedKey[] = []
  const checks: ItemCheck[] = []
  for (const [index, value] of certificates.entries()) {
    const { key, check } = await judge(value, inForce, `certificates[${index}]`, options)
    checks.push(check)
    if (key !== undefined) keys.push(key)
  }
  const known = new Set(certificates.map((value) => keyIdOf(looseOf(value)['kid'])))
  checks.push(...missing(status, known))
  return { trust: trustedKeys(keys), report: { verdict: verdictOf(checks), checks } }
}
