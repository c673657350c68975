import type { SignatureScheme } from '@tiemchung/core/crypto'
import { type AlgorithmIdentifier, isNullOrAbsent } from '../certificate/algorithm.js'
import { strongDigestOf } from '../certificate/digest-algorithm.js'
import { readable } from '../readable.js'
import { allowedScheme } from '../signature/allow-list.js'

const rsaEncryption = '1.2.840.113549.1.1.1'

/**
 * Which schemes a signer of messages may use: those of certificates, and plain `rsaEncryption`, which
 * leaves the hash to the digest algorithm beside it (RFC 3370 section 3.2).
 */
export function signerSchemeBy(digestAlgorithm: AlgorithmIdentifier) {
  return (algorithm: AlgorithmIdentifier): SignatureScheme | undefined => {
    if (algorithm.oid !== rsaEncryption) return allowedScheme(algorithm)
    const plain = readable(() => isNullOrAbsent(algorithm.parameters)) === true
    const hash = plain ? readable(() => strongDigestOf(digestAlgorithm)) : undefined
    return hash === undefined ? undefined : { name: 'RSASSA-PKCS1-v1_5', hash }
  }
}
