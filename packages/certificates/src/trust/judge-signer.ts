/** Is a signing certificate to be believed for its country, and as which key? */
import {
  type Check,
  failed,
  isSdkError,
  type Params,
  passed,
  skipped,
  unknown,
} from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import {
  attributeOf,
  attributeOids,
  type Certificate,
  keyIdOf,
  type PathReport,
  readCertificate,
} from '@tiemchung/x509'
import { type CertificateType, type TrustedKey, usagesOf } from '../verify/index.js'
import { systemCrypto } from '../world.js'
import { type CountryAnchor, verifyCountryPath } from './country-anchor.js'

/** The check of one certificate or key of a list; `subject` says which. */
export type ItemCheck = Check<'trust-list.item'>

const id = 'trust-list.item'

/** A check of an item that failed, is undecided or was passed over, for a reason. */
export const itemFailed = (reason: string, subject: string, params?: Params): ItemCheck =>
  failed(id, reason, { subject, ...(params === undefined ? {} : { params }) })
export const itemUnknown = (reason: string, subject: string, params?: Params): ItemCheck =>
  unknown(id, reason, { subject, ...(params === undefined ? {} : { params }) })
export const itemSkipped = (reason: string, subject: string): ItemCheck =>
  skipped(id, reason, { subject })
export const itemPassed = (subject: string): ItemCheck => passed(id, { subject })

/** What came of one item: its check, and the key when it is believed. */
export interface JudgedItem {
  readonly key?: TrustedKey
  readonly check: ItemCheck
}

/** Whose word counts. */
export interface SignerTerms {
  readonly anchors: readonly CountryAnchor[]
  readonly intermediates?: readonly Uint8Array[] | undefined
  readonly at: Date
  readonly crypto?: CryptoProvider | undefined
}

/** Reads a certificate; undefined when it cannot be. */
export function readSigner(der: () => Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der())
  } catch (cause) {
    if (isSdkError(cause)) return undefined
    throw cause
  }
}

/** The country that a certificate names as its own. */
export const countryOf = (certificate: Certificate): string | undefined =>
  attributeOf(certificate.subject, attributeOids.countryName)?.toUpperCase()

/** What both the certificate and the list allow. */
function usagesFor(
  certificate: Certificate,
  listed: readonly CertificateType[] | undefined,
): readonly CertificateType[] | undefined {
  const own = usagesOf(certificate.extensions.extendedKeyUsage)
  if (listed === undefined) return own
  return own === undefined ? listed : listed.filter((usage) => own.includes(usage))
}

/** The key of a certificate, with everything that the certificate says of it. */
export async function keyOfSigner(
  certificate: Certificate,
  country: string,
  listed: readonly CertificateType[] | undefined,
  crypto: CryptoProvider = systemCrypto,
): Promise<TrustedKey> {
  const { der, spki, notBefore, notAfter } = certificate
  const usages = usagesFor(certificate, listed)
  return {
    keyId: await keyIdOf(der, crypto),
    key: spki,
    country,
    notBefore,
    notAfter,
    certificate: der,
    ...(usages === undefined ? {} : { usages }),
  }
}

/** The first check that stood against the path gives the reason. */
function refused(path: PathReport, subject: string): ItemCheck {
  const isInvalid = path.verdict === 'invalid'
  const status = isInvalid ? 'failed' : 'unknown'
  const open = path.checks.find((check) => check.status === status)
  const params = { check: open?.id ?? 'path.anchor' }
  const make = isInvalid ? itemFailed : itemUnknown
  return make(open?.reason ?? 'chain-undecided', subject, params)
}

/** Judges a certificate by the anchors of the country that it is listed for. */
export async function judgeSigner(
  certificate: Certificate,
  country: string,
  listed: readonly CertificateType[] | undefined,
  subject: string,
  terms: SignerTerms,
): Promise<JudgedItem> {
  const own = countryOf(certificate)
  if (own !== undefined && own !== country) return { check: itemFailed('country-differs', subject) }
  const path = await verifyCountryPath({ ...terms, leaf: certificate.der, country })
  if (path.verdict !== 'valid') return { check: refused(path, subject) }
  const key = await keyOfSigner(certificate, country, listed, terms.crypto)
  return { key, check: itemPassed(subject) }
}

/** What a certificate itself says against being a country's signer at an instant. */
export function ownFault(certificate: Certificate, country: string, at: Date): string | undefined {
  const own = countryOf(certificate)
  if (own !== undefined && own !== country) return 'country-differs'
  const { basicConstraints, keyUsage } = certificate.extensions
  if (basicConstraints?.ca === true) return 'not-a-signer'
  if (keyUsage?.includes('digitalSignature') === false) return 'usage-not-allowed'
  return validityFault(certificate, at)
}

/** Both ends are included (RFC 5280 section 4.1.2.5); an instant that is none is in no validity. */
export function validityFault(
  { notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>,
  at: Date,
): string | undefined {
  if (!(notBefore <= at)) return 'not-yet-valid'
  return at <= notAfter ? undefined : 'expired'
}

/** Judges a certificate that somebody vouches for, by no more than its own word. */
export async function judgeVouched(
  certificate: Certificate,
  country: string,
  listed: readonly CertificateType[] | undefined,
  subject: string,
  { at, crypto }: Pick<SignerTerms, 'at' | 'crypto'>,
): Promise<JudgedItem> {
  const fault = ownFault(certificate, country, at)
  if (fault !== undefined) return { check: itemFailed(fault, subject) }
  const key = await keyOfSigner(certificate, country, listed, crypto)
  return { key, check: itemPassed(subject) }
}
