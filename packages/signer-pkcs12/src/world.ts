/** The host behind PKCS#12: WebCrypto, which derives and decrypts. This file alone touches it. */
import { SigningError } from '@tiemchung/core'
import { errorCatalogue as signing } from '@tiemchung/signing'
import { CryptoEngine, type ICryptoEngine } from 'pkijs'

/**
 * The engine of the library over the host's WebCrypto. It is passed to each call; the library's own global
 * one is left alone.
 *
 * @throws SigningError `signing.unavailable` where there is no WebCrypto
 */
export function hostEngine(): ICryptoEngine {
  const { crypto } = globalThis as { crypto?: Crypto }
  if (crypto?.subtle === undefined) throw new SigningError(signing, 'signing.unavailable')
  return new CryptoEngine({ name: 'host', crypto })
}
