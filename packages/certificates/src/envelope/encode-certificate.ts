import { deflate } from '#inflate'
import { encodeBase45 } from './base45.js'
import { encodeCbor } from './cbor.js'
import { sigStructure, writeCoseSign1 } from './cose.js'
import { writeClaims } from './cwt.js'
import { writeHeader } from './header.js'
import { cborOf, type JsonObject } from './json.js'

/** What goes into a certificate. */
export interface CertificateContent {
  /** COSE number of the algorithm: -7 ES256, -37 PS256. */
  readonly algorithm: number
  readonly keyId: Uint8Array
  readonly issuer: string
  /** Whole seconds since 1970. */
  readonly issuedAt: number
  readonly expiresAt: number
  /** The EU DCC. */
  readonly payload: JsonObject
}

/** A certificate that waits for its signature. */
export interface UnsignedCertificate {
  readonly protectedHeader: Uint8Array
  readonly payload: Uint8Array
  /** What the signature must cover. */
  readonly toBeSigned: Uint8Array
}

/** A finished certificate. */
export interface EncodedCertificate {
  /** The text of the QR code. */
  readonly text: string
  readonly cose: Uint8Array
}

/**
 * A certificate up to the bytes that are to be signed. It judges neither payload nor dates.
 *
 * @throws InputError `certificate-issue.cbor-value`
 */
export function prepareCertificate(content: CertificateContent): UnsignedCertificate {
  const header = writeHeader(content.algorithm, content.keyId)
  const protectedHeader = encodeCbor(header)
  const payload = encodeCbor(
    writeClaims({
      issuer: content.issuer,
      issuedAt: content.issuedAt,
      expiresAt: content.expiresAt,
      payload: cborOf(content.payload),
    }),
  )
  const toBeSigned = sigStructure({
    protectedBytes: protectedHeader,
    protectedHeader: header,
    payload,
  })
  return { protectedHeader, payload, toBeSigned }
}

/**
 * The text of a certificate with its signature: tag 18, zlib, Base45, `HC1:`.
 *
 * The signature is taken as it is; nothing checks that it holds.
 *
 * @example
 * ```ts
 * import { encodeCertificate, prepareCertificate } from '@tiemchung/certificates/envelope'
 * const issuedAt = 1_649_901_600
 * const unsigned = prepareCertificate({
 *   algorithm: -7,
 *   keyId: new Uint8Array(8),
 *   issuer: 'VN',
 *   issuedAt,
 *   expiresAt: issuedAt + 365 * 86_400,
 *   payload: { ver: '1.3.0' },
 * })
 * const { text } = encodeCertificate(unsigned, new Uint8Array(64))
 * ```
 */
export function encodeCertificate(
  unsigned: Pick<UnsignedCertificate, 'protectedHeader' | 'payload'>,
  signature: Uint8Array,
): EncodedCertificate {
  const cose = writeCoseSign1({
    protectedBytes: unsigned.protectedHeader,
    payload: unsigned.payload,
    signature,
  })
  return { cose, text: `HC1:${encodeBase45(deflate(cose))}` }
}
