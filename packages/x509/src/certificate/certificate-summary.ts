import { toHex } from '@tiemchung/core'
import { type CryptoProvider, type MaybePromise, systemCrypto } from '@tiemchung/core/crypto'
import { attributeOf, type Name } from './name.js'
import { attributeOids } from './oids.js'
import { type Certificate, readCertificate } from './read-certificate.js'

/** What a report or a screen says about a signing certificate. */
export interface CertificateSummary {
  readonly commonName: string | undefined
  readonly organization: string | undefined
  readonly country: string | undefined
  readonly issuerCommonName: string | undefined
  /** Lower-case hex. */
  readonly serialNumber: string
  /** SHA-256 of the DER, lower-case hex. */
  readonly fingerprint: string
  readonly notBefore: Date
  readonly notAfter: Date
}

/** The country that a name gives, in capitals. */
export function countryOf(name: Name): string | undefined {
  return attributeOf(name, attributeOids.countryName)?.toUpperCase()
}

function summarize(certificate: Certificate, digest: Uint8Array): CertificateSummary {
  const { subject, issuer, serialNumber, notBefore, notAfter } = certificate
  return {
    commonName: attributeOf(subject, attributeOids.commonName),
    organization: attributeOf(subject, attributeOids.organizationName),
    country: countryOf(subject),
    issuerCommonName: attributeOf(issuer, attributeOids.commonName),
    serialNumber,
    fingerprint: toHex(digest),
    notBefore,
    notAfter,
  }
}

/**
 * What a certificate in DER says of itself, for display.
 *
 * It is the certificate's own claim; only `verifyPath` tells whether to believe it. A subject may be a
 * person: do not log it. A promise only where the host's crypto is asynchronous.
 *
 * @throws ParseError `x509.der.*`, `x509.certificate.*`
 */
export function certificateSummary(
  der: Uint8Array,
  crypto: CryptoProvider = systemCrypto,
): MaybePromise<CertificateSummary> {
  const certificate = readCertificate(der)
  const digest = crypto.digest('SHA-256', der)
  if (digest instanceof Uint8Array) return summarize(certificate, digest)
  return digest.then((bytes) => summarize(certificate, bytes))
}

/**
 * The key id of a signing certificate: the first 8 octets of the SHA-256 of its DER, as the `kid` of
 * an EU DCC (eHealth Network, technical specifications, volume 1). Eight octets are a hint, never an identity.
 */
export function keyIdOf(
  der: Uint8Array,
  crypto: CryptoProvider = systemCrypto,
): MaybePromise<Uint8Array> {
  const digest = crypto.digest('SHA-256', der)
  return digest instanceof Uint8Array
    ? digest.slice(0, 8)
    : digest.then((bytes) => bytes.slice(0, 8))
}
