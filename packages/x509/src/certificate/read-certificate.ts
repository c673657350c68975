/** Reads an X.509 certificate from strict DER, without judging it. */
import { toHex } from '@tiemchung/core'
import {
  type DerCursor,
  type DerElement,
  inside,
  onlyElement,
  rawOf,
  refuse,
} from '../der/cursor.js'
import { octetAt } from '../der/octet.js'
import {
  readInteger,
  readOctetAlignedBits,
  readSmallInteger,
  readTime,
  tags,
} from '../der/values.js'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from './algorithm.js'
import {
  type CertificateExtensions,
  readCertificateExtensions,
  readTaggedExtensions,
} from './extensions.js'
import { type Name, readName } from './name.js'

/** A certificate as it was read: nothing in it has been checked. */
export interface Certificate {
  /** The whole certificate. */
  readonly der: Uint8Array
  /** The part that is signed. */
  readonly tbs: Uint8Array
  readonly version: 1 | 2 | 3
  /** Serial number in lower-case hex, without leading zero octets. */
  readonly serialNumber: string
  readonly issuer: Name
  readonly subject: Name
  readonly notBefore: Date
  readonly notAfter: Date
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array
  readonly extensions: CertificateExtensions
  /** The algorithm as the signed part names it. */
  readonly tbsAlgorithm: AlgorithmIdentifier
  /** The algorithm as the certificate names it outside the signed part. */
  readonly signatureAlgorithm: AlgorithmIdentifier
  /** The signature value; for ECDSA still in DER. */
  readonly signature: Uint8Array
}

/** The largest certificate that is read, in octets. */
const maximumCertificateSize = 65_536

function readVersion(tbs: DerCursor): 1 | 2 | 3 {
  const tagged = tbs.optional(0xa0)
  if (tagged === undefined) return 1
  const inner = inside(tagged)
  const version = readSmallInteger(inner.read(tags.integer))
  inner.finish()
  if (version === 0) return refuse('x509.der.default')
  if (version === 1) return 2
  return version === 2 ? 3 : refuse('x509.certificate.version')
}

/** RFC 5280 section 4.1.2.2: not negative, at most 20 octets. Zero is read. */
export function readSerial(content: Uint8Array): string {
  if (octetAt(content, 0) >= 0x80) return refuse('x509.certificate.serial')
  const magnitude = content[0] === 0 && content.length > 1 ? content.subarray(1) : content
  return magnitude.length > 20 ? refuse('x509.certificate.serial') : toHex(magnitude)
}

function readExtensions(tbs: DerCursor, version: 1 | 2 | 3): CertificateExtensions {
  if (version > 1) {
    tbs.optional(0x81)
    tbs.optional(0x82)
  }
  const tagged = version === 3 ? tbs.optional(0xa3) : undefined
  if (!tbs.done) refuse('x509.certificate.version')
  return readCertificateExtensions(tagged === undefined ? [] : readTaggedExtensions(inside(tagged)))
}

function readTbs(tbs: DerCursor, nameOf: (element: DerElement) => Name) {
  const version = readVersion(tbs)
  const serialNumber = readSerial(readInteger(tbs.read(tags.integer)))
  const tbsAlgorithm = readAlgorithmIdentifier(tbs.read(tags.sequence))
  const issuer = nameOf(tbs.read(tags.sequence))
  const validity = tbs.enter(tags.sequence)
  const notBefore = readTime(validity.any())
  const notAfter = readTime(validity.any())
  validity.finish()
  const subject = nameOf(tbs.read(tags.sequence))
  const spki = rawOf(tbs.read(tags.sequence))
  const extensions = readExtensions(tbs, version)
  return {
    version,
    serialNumber,
    tbsAlgorithm,
    issuer,
    notBefore,
    notAfter,
    subject,
    spki,
    extensions,
  }
}

/** `readCertificate` with names read by the caller, who may know them already. */
export function readCertificateBy(
  der: Uint8Array,
  nameOf: (element: DerElement) => Name,
): Certificate {
  const outer = inside(onlyElement(der, tags.sequence, maximumCertificateSize))
  const tbs = outer.read(tags.sequence)
  const signatureAlgorithm = readAlgorithmIdentifier(outer.read(tags.sequence))
  const signature = readOctetAlignedBits(outer.read(tags.bitString))
  outer.finish()
  return { der, tbs: rawOf(tbs), signatureAlgorithm, signature, ...readTbs(inside(tbs), nameOf) }
}

/**
 * The fields of a certificate in DER (RFC 5280 section 4.1).
 *
 * It says what the certificate says and establishes nothing: no signature, date or name is checked.
 * BER, trailing bytes, duplicate extensions, negative serial numbers and more than 64 KiB are refused.
 *
 * @throws ParseError `x509.der.*`, `x509.certificate.*`
 * @example
 * ```ts
 * import { readCertificate } from '@tiemchung/x509'
 * const expiry = (der: Uint8Array) => readCertificate(der).notAfter
 * ```
 */
export function readCertificate(der: Uint8Array): Certificate {
  return readCertificateBy(der, readName)
}
