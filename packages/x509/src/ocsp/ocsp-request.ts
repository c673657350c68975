/** Asks a responder for the status of one certificate (RFC 6960 section 4.1). */
import { fromHex, InputError } from '@tiemchung/core'
import { type CryptoProvider, type HashName, systemCrypto } from '@tiemchung/core/crypto'
import { digestOids } from '../certificate/digest-algorithm.js'
import { readCertificate } from '../certificate/read-certificate.js'
import { tags } from '../der/values.js'
import { writeElement, writeOid, writeUnsigned } from '../der/write.js'
import { errorCatalogue } from '../errors.js'
import { readAskedCertificate } from './asked-certificate.js'
import { issuerHashes } from './certificate-id.js'
import { ocspOids } from './oids.js'

/** Whose status is asked for, and how. */
export interface OcspRequestOptions {
  /** In DER. */
  readonly certificate: Uint8Array
  /** In DER: the certificate of the authority that issued it. */
  readonly issuer: Uint8Array
  /** 1 to 128 random octets (RFC 9654); 32 are plenty. Absent: a stored answer may come. */
  readonly nonce?: Uint8Array
  /**
   * The hash function that names the issuer. Default SHA-1: many responders know no other, and nothing
   * is believed by it.
   */
  readonly hash?: HashName
  readonly crypto?: CryptoProvider
}

const longestNonce = 128

function nonceExtension(nonce: Uint8Array | undefined): readonly Uint8Array[] {
  if (nonce === undefined) return []
  if (nonce.length === 0 || nonce.length > longestNonce) {
    throw new InputError(errorCatalogue, 'x509.ocsp.nonce')
  }
  const value = writeElement(tags.octetString, writeElement(tags.octetString, nonce))
  const extension = writeElement(tags.sequence, writeOid(ocspOids.nonce), value)
  return [writeElement(0xa2, writeElement(tags.sequence, extension))]
}

/**
 * An unsigned OCSP request in DER for one certificate, to be sent as `application/ocsp-request`.
 *
 * @throws InputError `x509.ocsp.nonce`
 * @throws ParseError `x509.der.*`, `x509.certificate.*`
 */
export async function ocspRequest(options: OcspRequestOptions): Promise<Uint8Array> {
  const { nonce, hash = 'SHA-1', crypto = systemCrypto } = options
  const certificate = readAskedCertificate(options.certificate)
  const issuer = readCertificate(options.issuer)
  const hashes = await issuerHashes(certificate, issuer, hash, async (name, data) =>
    crypto.digest(name, data),
  )
  const id = writeElement(
    tags.sequence,
    writeElement(tags.sequence, writeOid(digestOids[hash]), writeElement(tags.null)),
    writeElement(tags.octetString, hashes.name),
    writeElement(tags.octetString, hashes.key),
    writeUnsigned(fromHex(certificate.serialNumber)),
  )
  const list = writeElement(tags.sequence, writeElement(tags.sequence, id))
  const tbs = writeElement(tags.sequence, list, ...nonceExtension(nonce))
  return writeElement(tags.sequence, tbs)
}
