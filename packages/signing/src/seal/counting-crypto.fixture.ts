/** A crypto that counts its work. */
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'

/** The host's crypto, with the number of digests made and of signatures checked. */
export function countingCrypto() {
  const work = { digests: 0, checks: 0 }
  const crypto: CryptoProvider = {
    digest: (hash, data) => {
      work.digests += 1
      return systemCrypto.digest(hash, data)
    },
    importPublicKey: (spki) => systemCrypto.importPublicKey(spki),
    verify: (scheme, key, signature, data) => {
      work.checks += 1
      return systemCrypto.verify(scheme, key, signature, data)
    },
  }
  return { crypto, work }
}

/** The host's crypto as a host without synchronous crypto has it. */
export const laterCrypto: CryptoProvider = {
  digest: async (hash, data) => systemCrypto.digest(hash, data),
  importPublicKey: async (spki) => systemCrypto.importPublicKey(spki),
  verify: async (scheme, key, signature, data) => systemCrypto.verify(scheme, key, signature, data),
}
