/** Signing certificates in files of their own. */
import { mergeTrust, type SignerFile, loadSigners } from '@tiemchung/certificates/trust'
import { pinOf } from '@tiemchung/certificates/signed'
import { type Check, openChecks, ParseError } from '@tiemchung/core'
import { attributeOf, attributeOids, readCertificate } from '@tiemchung/x509'
import { errorCatalogue } from '../errors.js'
import type { Where } from '../input.js'
import type { LoadedFile, TrustTerms } from './terms.js'

/** The country that a certificate names as its own. */
export function countryOf(der: Uint8Array): string | undefined {
  return attributeOf(readCertificate(der).subject, attributeOids.countryName)?.toUpperCase()
}

/**
 * The keys of certificates: believed by their SHA-256 when that is pinned, else by their chain to an authority of their
 * country.
 *
 * @param stated the country, where the certificates do not name one
 */
export async function loadCertificates(
  ders: readonly Uint8Array[],
  stated: string | undefined,
  terms: TrustTerms,
  where: Where,
): Promise<LoadedFile> {
  const { at, anchors, pins } = terms
  const loaded: LoadedFile[] = []
  for (const certificate of ders) {
    const country = stated ?? countryOf(certificate)
    if (country === undefined) throw new ParseError(errorCatalogue, 'cli.country', { path: where })
    const pin = await pinOf(certificate)
    const isPinned = pins.includes(pin)
    const signer: SignerFile = { certificate, country, ...(isPinned ? { sha256: pin } : {}) }
    const hasAnchor = anchors.some((anchor) => anchor.country === country)
    const believe = !isPinned && hasAnchor ? 'chain' : 'pin'
    const { trust, report } = await loadSigners([signer], { believe, anchors, at })
    loaded.push({ trust, open: openChecks(report) })
  }
  const open = loaded.flatMap<Check>((one) => one.open)
  return { trust: mergeTrust(...loaded.map(({ trust }) => trust)), open }
}
