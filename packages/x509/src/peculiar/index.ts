/** @peculiar/webcrypto, an optional peer, as the crypto interface: for hosts without WebCrypto. */
import { InputError } from '@tiemchung/core'
import { type CryptoProvider, type SubtleLike, webCryptoProvider } from '@tiemchung/core/crypto'
import { errorCatalogue } from '../errors.js'

export { errorCatalogue }

/** The part of @peculiar/webcrypto that is used. */
export interface PeculiarModule {
  readonly Crypto: new () => { readonly subtle: unknown }
}

const installed = (): Promise<PeculiarModule> => import('@peculiar/webcrypto')

/**
 * The crypto interface over @peculiar/webcrypto, loaded when it is asked for. About three times slower
 * than the host's own; use it only where the host has none.
 *
 * @throws InputError `x509.peculiar.missing` when the package is not installed
 * @example
 * ```ts
 * import { peculiarCrypto } from '@tiemchung/x509/peculiar'
 * const crypto = await peculiarCrypto()
 * const digest = await crypto.digest('SHA-256', new Uint8Array())
 * digest.length // => 32
 * ```
 */
export async function peculiarCrypto(
  load: () => Promise<PeculiarModule> = installed,
): Promise<CryptoProvider> {
  let loaded: PeculiarModule
  try {
    loaded = await load()
  } catch (cause) {
    throw new InputError(errorCatalogue, 'x509.peculiar.missing', { cause })
  }
  return webCryptoProvider(new loaded.Crypto().subtle as SubtleLike)
}
