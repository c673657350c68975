/** Handles with the host's own types, for the library that makes certificates. */
import type { CryptoHost, KeyHandle } from './world.js'

/** The host's crypto behind its handle. */
export function cryptoOf(host: CryptoHost): Crypto {
  return host as Crypto
}

/** The host's key behind its handle. */
export function keyOf(handle: KeyHandle): CryptoKey {
  return handle as CryptoKey
}
