import type { CryptoProvider } from './types.js'

/** A provider whose every check runs beside the others where it can: for many at a time. */
export function besideOthers(crypto: CryptoProvider): CryptoProvider {
  return {
    digest: (hash, data) => crypto.digest(hash, data),
    importPublicKey: (spki) => crypto.importPublicKey(spki),
    verify: (scheme, key, signature, data) =>
      crypto.verifyBeside?.(scheme, key, signature, data) ??
      crypto.verify(scheme, key, signature, data),
  }
}
