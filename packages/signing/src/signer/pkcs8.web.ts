/** Private keys of hosts with WebCrypto only. */
import type { SignatureAlgorithm } from '@tiemchung/core/crypto'
import { hostSubtle } from '../world.js'
import { importPkcs8, type SigningKey } from './signing-key.js'

/** A private key in PKCS#8, ready to sign. It rejects with whatever the host says of a key that it cannot use. */
export function openPkcs8(pkcs8: Uint8Array, algorithm: SignatureAlgorithm): Promise<SigningKey> {
  return importPkcs8(hostSubtle(), pkcs8, algorithm)
}
