import type { SignatureScheme } from '@tiemchung/core/crypto'
import type { AlgorithmIdentifier } from '../certificate/algorithm.js'

/**
 * The scheme of a signature over SHA-1, for old responders under a policy that accepts them; nothing
 * else in this package takes one.
 */
export function sha1SchemeOf({
  oid,
  parameters,
}: AlgorithmIdentifier): SignatureScheme | undefined {
  if (oid === '1.2.840.113549.1.1.5') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' }
  const ecdsa = oid === '1.2.840.10045.4.1' && parameters === undefined
  return ecdsa ? { name: 'ECDSA', hash: 'SHA-1' } : undefined
}
