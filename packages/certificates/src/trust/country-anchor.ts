/** The anchors of signing certificates: each country's own certificate authority (CSCA). */
import { type PathReport, type Purpose, verifyPath } from '@tiemchung/x509'
import type { CryptoProvider } from '@tiemchung/core/crypto'

/** The certificate of a country's authority, trusted by the caller. */
export interface CountryAnchor {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** In DER. */
  readonly certificate: Uint8Array
}

/** What signing certificates of health certificates are for; what they may sign, `usagesOf` tells. */
const signingHealthCertificates: Purpose = {
  id: 'health-certificate-signer',
  keyUsage: ['digitalSignature'],
}

/** What a path is judged by. */
export interface CountryPathQuery {
  readonly leaf: Uint8Array
  readonly country: string
  readonly anchors: readonly CountryAnchor[]
  readonly intermediates?: readonly Uint8Array[] | undefined
  readonly at: Date
  readonly crypto?: CryptoProvider | undefined
}

/** Judges a signing certificate by the anchors of its own country and of no other. */
export function verifyCountryPath(query: CountryPathQuery): Promise<PathReport> {
  const { leaf, country, at, crypto, intermediates } = query
  const anchors = query.anchors.filter((anchor) => anchor.country === country)
  return verifyPath({
    leaf,
    anchors,
    at,
    purpose: signingHealthCertificates,
    ...(intermediates === undefined ? {} : { intermediates }),
    ...(crypto === undefined ? {} : { crypto }),
  })
}
