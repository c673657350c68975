import { equalBytes } from '@tiemchung/core'
import { namesMatch } from '../certificate/name.js'
import type { Certificate } from '../certificate/read-certificate.js'
import type { SignerId } from './read-signed-data.js'

/** Whether a signature names this certificate as its signer's (RFC 5652 section 5.3). */
export function isNamed(id: SignerId, certificate: Certificate): boolean {
  if (id.by === 'issuer') {
    return id.serialNumber === certificate.serialNumber && namesMatch(id.issuer, certificate.issuer)
  }
  const own = certificate.extensions.subjectKeyId
  return own !== undefined && equalBytes(own, id.keyId)
}
