/** The crypto interface over any WebCrypto: a browser's, Deno's, a worker's, or @peculiar/webcrypto. */
import { keyErrors } from '../errors/crypto-errors.js'
import { isSdkError, ParseError } from '../sdk-error.js'
import { keyKindOf, signatureLength } from './key-kind.js'
import {
  type CryptoProvider,
  type KeyKind,
  type PublicKey,
  schemeOf,
  type SignatureScheme,
} from './types.js'

/** Bytes as WebCrypto takes them. */
type Bytes = ArrayBufferView | ArrayBuffer

interface ImportParameters {
  readonly name: string
  readonly namedCurve?: string
  readonly hash?: string
}

/** What is needed of a `SubtleCrypto`; `globalThis.crypto.subtle` is one. */
export interface SubtleLike {
  digest(algorithm: string, data: Bytes): Promise<ArrayBuffer>
  importKey(
    format: 'spki',
    data: Bytes,
    algorithm: { readonly name: string },
    extractable: boolean,
    usages: 'verify'[],
  ): Promise<unknown>
  verify(
    algorithm: { readonly name: string },
    key: unknown,
    signature: Bytes,
    data: Bytes,
  ): Promise<boolean>
}

function importParameters(kind: KeyKind, scheme: SignatureScheme): ImportParameters {
  if (kind.type === 'ec') return { name: 'ECDSA', namedCurve: kind.curve }
  return scheme.name === 'Ed25519' ? scheme : { name: scheme.name, hash: scheme.hash }
}

/**
 * The provider over one `SubtleCrypto`. RSA keys are imported once for each scheme they are used with, so
 * that a malformed one is not refused at import but verifies nothing.
 *
 * @example
 * ```ts
 * import { webCryptoProvider } from '@tiemchung/core/crypto'
 * const crypto = webCryptoProvider(globalThis.crypto.subtle)
 * ```
 */
export function webCryptoProvider(subtle: SubtleLike): CryptoProvider {
  const importFor = (key: PublicKey, scheme: SignatureScheme): Promise<unknown> => {
    const imported = key.handle as Map<string, Promise<unknown>>
    const parameters = importParameters(key.kind, scheme)
    const name = JSON.stringify(parameters)
    const known = imported.get(name)
    if (known !== undefined) return known
    const fresh = subtle.importKey('spki', key.spki, parameters, true, ['verify'])
    imported.set(name, fresh)
    // What fails is tried again: a host may be short of something for a moment.
    fresh.catch(() => imported.delete(name))
    return fresh
  }
  return {
    digest: async (hash, data) => new Uint8Array(await subtle.digest(hash, data)),
    importPublicKey: async (spki) => {
      const key: PublicKey = { kind: keyKindOf(spki), spki, handle: new Map() }
      if (key.kind.type === 'rsa') return key
      try {
        const elliptic = key.kind.type === 'ec'
        await importFor(key, elliptic ? schemeOf.ES256 : schemeOf.EdDSA)
      } catch (cause) {
        if (isSdkError(cause)) throw cause
        throw new ParseError(keyErrors, 'crypto.key', { cause })
      }
      return key
    },
    verify: async (scheme, key, signature, data) => {
      if (signatureLength(key.kind, scheme.name) !== signature.length) return false
      try {
        return await subtle.verify(scheme, await importFor(key, scheme), signature, data)
      } catch (cause) {
        if (isSdkError(cause)) throw cause
        return false
      }
    },
  }
}
