import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { ChainVerifier } from '../verify/index.js'
import { type CountryAnchor, verifyCountryPath } from './country-anchor.js'

/**
 * A chain verifier for `verifyCertificate`: the signing certificate must chain to an anchor of its
 * country at the instant of verification.
 *
 * Needed for stores that did not judge chains when they were loaded; `loadTrustList` does. A key
 * without a country is undecided.
 *
 * @example
 * ```ts
 * import { type TrustStore, verifyCertificate } from '@tiemchung/certificates'
 * import { chainVerifier, type CountryAnchor } from '@tiemchung/certificates/trust'
 * const check = (text: string, trust: TrustStore, anchors: readonly CountryAnchor[], at: Date) =>
 *   verifyCertificate(text, { trust, at, chain: chainVerifier({ anchors }) })
 * ```
 */
export function chainVerifier(options: {
  readonly anchors: readonly CountryAnchor[]
  readonly intermediates?: readonly Uint8Array[]
  readonly crypto?: CryptoProvider
}): ChainVerifier {
  return (key, at) => {
    const { certificate: leaf, country } = key
    if (leaf === undefined || country === undefined) return { verdict: 'indeterminate', checks: [] }
    return verifyCountryPath({ ...options, leaf, country, at })
  }
}
