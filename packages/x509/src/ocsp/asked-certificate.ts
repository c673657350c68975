/** What must be known of a certificate to ask for its status and to hear the answer. */
import { type Name, readName } from '../certificate/name.js'
import { inside, onlyElement } from '../der/cursor.js'
import { readTime, tags } from '../der/values.js'
import { serialByValue } from './serial-number.js'

/** The parts of a certificate that its status hangs on; a `Certificate` has them. */
export interface AskedCertificate {
  readonly serialNumber: string
  readonly issuer: Name
  readonly notBefore: Date
}

const maximumCertificateSize = 65_536

/**
 * Reads them from DER, whatever else is in the certificate.
 *
 * @throws ParseError `x509.der.*`, `x509.certificate.*`
 */
export function readAskedCertificate(der: Uint8Array): AskedCertificate {
  const tbs = inside(onlyElement(der, tags.sequence, maximumCertificateSize)).enter(tags.sequence)
  tbs.optional(0xa0)
  const serialNumber = serialByValue(tbs.read(tags.integer))
  tbs.read(tags.sequence)
  const issuer = readName(tbs.read(tags.sequence))
  const notBefore = readTime(tbs.enter(tags.sequence).any())
  return { serialNumber, issuer, notBefore }
}
