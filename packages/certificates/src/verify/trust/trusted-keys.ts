import { toHex } from '@tiemchung/core'
import type { CryptoProvider, MaybePromise, PublicKey } from '@tiemchung/core/crypto'
import type { TrustedKey, TrustStore } from './trusted-key.js'

/**
 * Imports a key when it is first needed, once for each crypto provider. The bytes are those of now, whatever
 * the caller does with them later; what fails is tried again the next time.
 */
function importedOnce(given: Uint8Array): (crypto: CryptoProvider) => MaybePromise<PublicKey> {
  const spki = new Uint8Array(given)
  let last: { crypto: CryptoProvider; key: MaybePromise<PublicKey> } | undefined
  return (crypto) => {
    if (last?.crypto !== crypto) {
      const entry: { crypto: CryptoProvider; key: MaybePromise<PublicKey> } = {
        crypto,
        key: crypto.importPublicKey(spki),
      }
      if (entry.key instanceof Promise) {
        entry.key.then(
          (key) => {
            entry.key = key
          },
          () => {
            if (last === entry) last = undefined
          },
        )
      }
      last = entry
    }
    return last.key
  }
}

/**
 * A trust store of these keys. Several keys may share an id; all of them are tried.
 *
 * It believes what it is given: who vouches for the keys is the caller's affair, or `loadTrustList`'s.
 *
 * @example
 * ```ts
 * import { trustedKeys } from '@tiemchung/certificates'
 * const storeOf = (keyId: Uint8Array, spki: Uint8Array) =>
 *   trustedKeys([{ keyId, key: spki, country: 'VN', usages: ['vaccination'] }])
 * ```
 */
export function trustedKeys(
  keys: Iterable<TrustedKey>,
  options: { readonly version?: string } = {},
): TrustStore {
  const byId = new Map<string, TrustedKey[]>()
  for (const one of keys) {
    const ready = one.key instanceof Uint8Array ? { ...one, key: importedOnce(one.key) } : one
    const id = toHex(one.keyId)
    const known = byId.get(id)
    if (known === undefined) byId.set(id, [ready])
    else known.push(ready)
  }
  return {
    ...(options.version === undefined ? {} : { version: options.version }),
    isEmpty: byId.size === 0,
    keysFor: (keyId) => byId.get(toHex(keyId)) ?? [],
  }
}
