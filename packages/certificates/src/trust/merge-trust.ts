import type { TrustStore } from '../verify/index.js'

/**
 * One trust store of several: every key of every store, also where ids are the same.
 *
 * A key that two stores know is tried as each of them has it: what one of them allows is allowed. The
 * versions are listed in the order of the stores.
 *
 * @example
 * ```ts
 * import { trustedKeys } from '@tiemchung/certificates'
 * import { keysOfJwks, loadSigners, mergeTrust } from '@tiemchung/certificates/trust'
 * async function both(certificate: Uint8Array, sha256: string, jwks: unknown, at: Date) {
 *   const own = await loadSigners([{ certificate, country: 'VN', sha256 }], { believe: 'pin', at })
 *   return mergeTrust(own.trust, trustedKeys(keysOfJwks(jwks, { country: 'LA' })))
 * }
 * ```
 */
export function mergeTrust(...stores: readonly TrustStore[]): TrustStore {
  const versions = stores.flatMap(({ version }) => version ?? [])
  return {
    ...(versions.length === 0 ? {} : { version: versions.join(', ') }),
    isEmpty: stores.every((store) => store.isEmpty),
    keysFor: (keyId) => stores.flatMap((store) => store.keysFor(keyId)),
  }
}
