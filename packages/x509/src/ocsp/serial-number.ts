import { toHex } from '@tiemchung/core'
import { contentOf, type DerElement, refuse } from '../der/cursor.js'

/**
 * A serial number by its value, however many zeros lead it, in lower-case hex.
 *
 * Status is asked by number, and of badly written certificates as well: old authorities padded their
 * serial numbers, and `revoked` must be heard of such a certificate too. That a status is known makes
 * no certificate valid: `readCertificate` takes one form only.
 *
 * @throws ParseError `x509.certificate.serial`
 */
export function serialByValue(element: DerElement): string {
  const content = contentOf(element)
  if ((content[0] ?? 0x80) >= 0x80) return refuse('x509.certificate.serial')
  const first = content.findIndex((octet) => octet !== 0)
  const magnitude = content.subarray(first === -1 ? content.length - 1 : first)
  return magnitude.length > 20 ? refuse('x509.certificate.serial') : toHex(magnitude)
}
