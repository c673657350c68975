import type { MaybePromise, SignatureAlgorithm } from '@tiemchung/core/crypto'
import { schemeOf } from '@tiemchung/core/crypto'
import { curveOf } from '../signature/algorithm.js'
import type { SigningSubtle } from '../world.js'

/** A private key that is ready to sign for one algorithm. */
export interface SigningKey {
  readonly sign: (data: Uint8Array) => MaybePromise<Uint8Array>
  /** The same beside others, on as many cores as the host has for it. */
  readonly signBeside: (data: Uint8Array) => Promise<Uint8Array>
}

/** A key that a WebCrypto holds. */
export function subtleKey(
  subtle: SigningSubtle,
  key: unknown,
  algorithm: SignatureAlgorithm,
): SigningKey {
  const scheme = schemeOf[algorithm]
  const sign = async (data: Uint8Array) => new Uint8Array(await subtle.sign(scheme, key, data))
  return { sign, signBeside: sign }
}

function importParameters(algorithm: SignatureAlgorithm): object {
  const scheme = schemeOf[algorithm]
  if (scheme.name === 'ECDSA') return { name: 'ECDSA', namedCurve: curveOf(algorithm) }
  return scheme.name === 'Ed25519' ? { name: 'Ed25519' } : { name: scheme.name, hash: scheme.hash }
}

/** Imports PKCS#8 into a WebCrypto, so that it cannot be read out again. */
export async function importPkcs8(
  subtle: SigningSubtle,
  pkcs8: Uint8Array,
  algorithm: SignatureAlgorithm,
): Promise<SigningKey> {
  const parameters = importParameters(algorithm)
  const key = await subtle.importKey('pkcs8', pkcs8, parameters, false, ['sign'])
  return subtleKey(subtle, key, algorithm)
}
