import {
  concatBytes,
  fromPem,
  InputError,
  isSdkError,
  type Report,
  verdictOf,
} from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { Certificate } from '@tiemchung/x509'
import { trustErrors } from '../errors/trust-errors.js'
import { parsePin, pinOf } from '../signed/index.js'
import {
  type CertificateType,
  type TrustedKey,
  type TrustStore,
  trustedKeys,
} from '../verify/index.js'
import { systemCrypto } from '../world.js'
import type { CountryAnchor } from './country-anchor.js'
import {
  type ItemCheck,
  itemFailed,
  itemUnknown,
  type JudgedItem,
  judgeSigner,
  judgeVouched,
  readSigner,
} from './judge-signer.js'

/** A signing certificate as somebody gave it to you. */
export interface SignerFile {
  /** In DER, or as PEM text with one certificate in it. */
  readonly certificate: Uint8Array | string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** What it may sign at most; absent means what the certificate itself allows. */
  readonly usages?: readonly CertificateType[]
  /** SHA-256 of the DER in hex, which you got through another channel than the file; for `believe: 'pin'`. */
  readonly sha256?: string
}

/** How signing certificates are loaded. */
export interface SignersOptions {
  /**
   * `pin`: a certificate is believed when it has the SHA-256 that you state. `chain`: when it chains to an
   * anchor of its country.
   */
  readonly believe: 'pin' | 'chain'
  /** The countries' own authorities, for `chain`. */
  readonly anchors?: readonly CountryAnchor[]
  readonly intermediates?: readonly Uint8Array[]
  /** The instant at which the certificates must hold. */
  readonly at: Date
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

/** What was loaded. */
export interface LoadedSigners {
  readonly trust: TrustStore
  /** One check a certificate: `signers[0]`. */
  readonly report: Report<'trust-list.item'>
}

/** The one certificate of a file; undefined when it holds none, several, or what cannot be read. */
function certificateOf(file: Uint8Array | string): Certificate | undefined {
  // A copy: what was pinned stays what it is, whatever becomes of the caller's bytes.
  if (typeof file !== 'string') return readSigner(() => concatBytes(file))
  try {
    const [der, ...others] = fromPem(file, 'CERTIFICATE')
    return der === undefined || others.length > 0 ? undefined : readSigner(() => der)
  } catch (caught) {
    if (isSdkError(caught)) return undefined
    throw caught
  }
}

async function judge(
  { certificate: file, country, usages, sha256 }: SignerFile,
  subject: string,
  options: SignersOptions,
): Promise<JudgedItem> {
  const { anchors = [], intermediates, at, believe, crypto = systemCrypto } = options
  if (!/^[A-Z]{2}$/.test(country)) {
    throw new InputError(trustErrors, 'certificate-trust.country')
  }
  const pin = sha256 === undefined ? undefined : parsePin(sha256)
  const certificate = certificateOf(file)
  if (certificate === undefined) return { check: itemFailed('unreadable', subject) }
  if (pin !== undefined && pin !== (await pinOf(certificate.der, crypto))) {
    return { check: itemFailed('pin-differs', subject) }
  }
  const terms = { anchors, intermediates, at, crypto }
  if (believe === 'chain') return judgeSigner(certificate, country, usages, subject, terms)
  if (pin === undefined) return { check: itemUnknown('no-pin', subject) }
  return judgeVouched(certificate, country, usages, subject, terms)
}

/**
 * A trust store of signing certificates in files, such as the one that a ministry hands you, and a report
 * with one check a certificate.
 *
 * With `believe: 'pin'` you vouch for each by its SHA-256: compare it with the publisher by telephone or on
 * paper, never with the page that the file came from. It must still be valid, of its country and meant for
 * signing. One that does not hold is left out and does not spoil the others.
 *
 * @throws InputError `certificate-trust.country`, `certificate-signed.pin` for a SHA-256 that is none
 * @example
 * ```ts
 * import { loadSigners } from '@tiemchung/certificates/trust'
 * const trustMinistry = (certificate: Uint8Array, sha256: string, at: Date) =>
 *   loadSigners([{ certificate, country: 'VN', sha256 }], { believe: 'pin', at })
 * ```
 */
export async function loadSigners(
  signers: readonly SignerFile[],
  options: SignersOptions,
): Promise<LoadedSigners> {
  const keys: TrustedKey[] = []
  const checks: ItemCheck[] = []
  for (const [index, signer] of signers.entries()) {
    const { key, check } = await judge(signer, `signers[${index}]`, options)
    checks.push(check)
    if (key !== undefined) keys.push(key)
  }
  return { trust: trustedKeys(keys), report: { verdict: verdictOf(checks), checks } }
}
