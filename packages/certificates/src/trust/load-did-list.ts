import {
  type Check,
  equalBytes,
  ParseError,
  type Report,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { Certificate } from '@tiemchung/x509'
import { trustErrors } from '../errors/trust-errors.js'
import { type TrustedKey, type TrustStore, trustedKeys } from '../verify/index.js'
import type { CountryAnchor } from './country-anchor.js'
import { type DidMethod, readMethod } from './did-method.js'
import {
  countryOf,
  itemFailed,
  itemPassed,
  itemSkipped,
  itemUnknown,
  type JudgedItem,
  judgeSigner,
  keyOfSigner,
  readSigner,
} from './judge-signer.js'

/** The checks of DID documents: each key, and each reference to another document. */
export type DidListCheckId = 'trust-list.item' | 'trust-list.reference'

/** What was loaded. */
export interface LoadedDidList {
  readonly trust: TrustStore
  /** `valid` when every key of the domain holds and no reference is left open. */
  readonly report: Report<DidListCheckId>
}

/** How DID documents are loaded. */
export interface DidListOptions {
  /** The countries' own authorities (SCA), which you got through another channel than the list. */
  readonly anchors: readonly CountryAnchor[]
  readonly intermediates?: readonly Uint8Array[]
  /** The instant at which the certificates must hold. */
  readonly at: Date
  /** The trust domain whose keys are wanted. Default `DCC`. */
  readonly domain?: string
  /**
   * `chain` (default): a key is believed when its certificate chains to an anchor of its country.
   * `list`: every key is believed on the word of the list, for you to vouch for; so are keys that come
   * without a certificate.
   */
  readonly believe?: 'chain' | 'list'
  /**
   * Participants' codes of three letters to countries of two: `{ VNM: 'VN' }`. A participant that is not
   * here has the country of its certificate, and without one none.
   */
  readonly countries?: Readonly<Record<string, string>>
  readonly crypto?: CryptoProvider
}

/** Larger lists are not read; the WHO's have a few hundred keys. */
const mostMethods = 20_000

function methodsOf(document: unknown): readonly unknown[] {
  const { verificationMethod: methods } = (document ?? {}) as Readonly<Record<string, unknown>>
  if (!Array.isArray(methods) || methods.length > mostMethods) {
    throw new ParseError(trustErrors, 'certificate-trust.did', { path: ['verificationMethod'] })
  }
  return methods as readonly unknown[]
}

/** Why a method is none of those that are wanted. */
function passedOver({ domain, usage }: DidMethod, wanted: string): string | undefined {
  if (domain !== undefined && domain !== wanted) return 'other-domain'
  return usage === undefined || usage === 'DSC' ? undefined : 'not-a-signer'
}

/** The list's word on a key that comes without a certificate. */
function bareKey(
  { keyId, spki }: DidMethod,
  country: string | undefined,
  subject: string,
): JudgedItem {
  if (keyId === undefined || spki === undefined) return { check: itemFailed('unreadable', subject) }
  if (country === undefined) return { check: itemUnknown('country-unknown', subject) }
  return { key: { keyId, key: spki, country }, check: itemPassed(subject) }
}

/** What speaks against a certificate as the one of this method. */
async function differs(
  certificate: Certificate,
  { keyId, spki }: DidMethod,
  own: TrustedKey,
): Promise<string | undefined> {
  if (spki !== undefined && !equalBytes(spki, certificate.spki)) return 'key-differs'
  return keyId !== undefined && equalBytes(keyId, own.keyId) ? undefined : 'key-id-differs'
}

async function judgeMethod(
  method: DidMethod,
  subject: string,
  options: DidListOptions,
): Promise<JudgedItem> {
  const { believe = 'chain', domain = 'DCC', countries = {} } = options
  const over = passedOver(method, domain)
  if (over !== undefined) return { check: itemSkipped(over, subject) }
  const { participant, chain } = method
  const mapped = Object.hasOwn(countries, participant) ? countries[participant] : undefined
  const [leaf, ...above] = chain
  if (leaf === undefined) {
    if (believe === 'list') return bareKey(method, mapped, subject)
    return { check: itemUnknown('no-certificate', subject) }
  }
  const certificate = readSigner(() => leaf)
  if (certificate === undefined) return { check: itemFailed('unreadable', subject) }
  if (certificate.extensions.basicConstraints?.ca === true) {
    return { check: itemSkipped('not-a-signer', subject) }
  }
  const country = mapped ?? countryOf(certificate)
  if (country === undefined) return { check: itemUnknown('country-unknown', subject) }
  const key = await keyOfSigner(certificate, country, undefined, options.crypto)
  const fault = await differs(certificate, method, key)
  if (fault !== undefined) return { check: itemFailed(fault, subject) }
  if (believe === 'list') {
    const own = countryOf(certificate)
    const wrong = own !== undefined && own !== country
    return wrong
      ? { check: itemFailed('country-differs', subject) }
      : { key, check: itemPassed(subject) }
  }
  const intermediates = [...(options.intermediates ?? []), ...above]
  return judgeSigner(certificate, country, undefined, subject, { ...options, intermediates })
}

/**
 * A trust store of the document signers in DID documents of the WHO's Global Digital Health
 * Certification Network, version 1 or 2, and a report with one check a key
 * (`documents[0].verificationMethod[3]`).
 *
 * Keys of other domains and of authorities are `skipped`. Numbers with zeros in front, four spellings of
 * Base64 and keys of an "UNKNOWN CURVE" are read as they are meant; the certificate and the key beside it
 * must be the same. References to other documents are not followed: each is `unknown`, and its document
 * is to be given as well. The proof on a document is not checked (it is a signature over RDF): who published
 * it, and when, is for you to know.
 *
 * @throws ParseError `certificate-trust.did` for what is no DID document with verification methods
 * @example
 * ```ts
 * import { type CountryAnchor, loadDidList } from '@tiemchung/certificates/trust'
 * async function trustFrom(didJson: string, anchors: readonly CountryAnchor[], at: Date) {
 *   const { trust, report } = await loadDidList([JSON.parse(didJson)], { anchors, at })
 *   return { trust, leftOut: report.checks.filter(({ status }) => status === 'failed') }
 * }
 * ```
 */
export async function loadDidList(
  documents: readonly unknown[],
  options: DidListOptions,
): Promise<LoadedDidList> {
  const keys: TrustedKey[] = []
  const checks: Check<DidListCheckId>[] = []
  for (const [at, document] of documents.entries()) {
    for (const [index, value] of methodsOf(document).entries()) {
      const subject = `documents[${at}].verificationMethod[${index}]`
      if (typeof value === 'string') {
        checks.push(unknown('trust-list.reference', 'not-followed', { subject }))
        continue
      }
      const method = readMethod(value)
      const judged =
        method === undefined
          ? { check: itemFailed('unreadable', subject) }
          : await judgeMethod(method, subject, options)
      checks.push(judged.check)
      if (judged.key !== undefined) keys.push(judged.key)
    }
  }
  return { trust: trustedKeys(keys), report: { verdict: verdictOf(checks), checks } }
}
