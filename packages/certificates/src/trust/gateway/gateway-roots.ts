/** The authorities and uploaders of a gateway list: whoever the trust anchor signed. */
import { equalBytes } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import { type Certificate, readCertificate, verifyDetachedSignature } from '@tiemchung/x509'
import type { CountryAnchor } from '../country-anchor.js'
import {
  countryOf,
  type ItemCheck,
  itemFailed,
  itemPassed,
  itemUnknown,
  validityFault,
} from '../judge-signer.js'
import type { GatewayItem } from './gateway-item.js'

/** Whose word counts, and when. */
export interface GatewayTerms {
  readonly trustAnchors: readonly Uint8Array[]
  /** Authorities and uploaders that the caller trusts by itself. */
  readonly own: {
    readonly CSCA: readonly CountryAnchor[]
    readonly UPLOAD: readonly CountryAnchor[]
  }
  readonly at: Date
  readonly crypto: CryptoProvider
}

/** Did one of these certificates sign the item's own? Undefined, or the check that says why not. */
export async function unsignedBy(
  { certificate, signature }: GatewayItem,
  signers: readonly Uint8Array[],
  subject: string,
  crypto: CryptoProvider,
): Promise<ItemCheck | undefined> {
  const content = certificate.der
  const report = await verifyDetachedSignature({ signature, content, signers, crypto })
  if (report.verdict === 'valid') return undefined
  const status = report.verdict === 'invalid' ? 'failed' : 'unknown'
  const open = report.checks.find((check) => check.status === status)
  const make = status === 'failed' ? itemFailed : itemUnknown
  return make(open?.reason ?? 'signature-mismatch', subject, { check: open?.id ?? 'cms.signature' })
}

/** Certificates that hold at the instant, from DER. */
export function current(ders: readonly Uint8Array[], at: Date): readonly Uint8Array[] {
  return ders.filter((der) => validityFault(readCertificate(der), at) === undefined)
}

/**
 * The trust anchor's signature says neither country nor type, and the list's word on them is not signed:
 * the certificate itself must say its country, and whether it is an authority.
 */
function roleFault({ type, certificate }: GatewayItem, at: Date): string | undefined {
  if (countryOf(certificate) === undefined) return 'country-unknown'
  const { basicConstraints, keyUsage } = certificate.extensions
  const isAuthority = basicConstraints?.ca === true
  if (type === 'CSCA') return isAuthority ? validityFault(certificate, at) : 'not-an-authority'
  if (isAuthority) return 'an-authority'
  if (keyUsage?.includes('digitalSignature') === false) return 'usage-not-allowed'
  return validityFault(certificate, at)
}

function isOwn(certificate: Certificate, country: string, own: readonly CountryAnchor[]): boolean {
  return own.some((one) => one.country === country && equalBytes(one.certificate, certificate.der))
}

/** Judges an authority or uploader of the list. */
export async function judgeRoot(
  item: GatewayItem & { readonly type: 'CSCA' | 'UPLOAD' },
  subject: string,
  { trustAnchors, own, at, crypto }: GatewayTerms,
): Promise<ItemCheck> {
  const fault = roleFault(item, at)
  if (fault !== undefined) return itemFailed(fault, subject)
  if (isOwn(item.certificate, item.country, own[item.type])) return itemPassed(subject)
  if (trustAnchors.length === 0) return itemUnknown('no-trust-anchor', subject)
  const signers = current(trustAnchors, at)
  if (signers.length === 0) return itemUnknown('trust-anchor-expired', subject)
  return (await unsignedBy(item, signers, subject, crypto)) ?? itemPassed(subject)
}
