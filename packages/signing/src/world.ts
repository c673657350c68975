/** The host behind the defaults of signing: WebCrypto for private keys. This file alone touches it. */
import { type RandomSource, SigningError, systemRandom } from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import { errorCatalogue } from './errors.js'

/** What is needed of a `SubtleCrypto` to sign. */
export interface SigningSubtle {
  importKey(
    format: 'pkcs8',
    data: Uint8Array,
    algorithm: object,
    extractable: boolean,
    usages: string[],
  ): Promise<unknown>
  sign(algorithm: object, key: unknown, data: Uint8Array): Promise<ArrayBuffer>
}

/** The host's hashing and signature checking. */
export const hostCrypto: CryptoProvider = systemCrypto

/** The host's source of random octets. */
export const hostRandom: RandomSource = systemRandom

/**
 * The host's WebCrypto.
 *
 * @throws SigningError `signing.unavailable` where there is none
 */
export function hostSubtle(): SigningSubtle {
  const { crypto } = globalThis as { crypto?: { subtle?: SigningSubtle } }
  if (crypto?.subtle === undefined) throw new SigningError(errorCatalogue, 'signing.unavailable')
  return crypto.subtle
}
