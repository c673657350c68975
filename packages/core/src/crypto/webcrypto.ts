/** The crypto interface over any WebCrypto: a browser's, Deno's, a worker's, or @peculiar/webcrypto. */
import { errorCatalogue } from '../errors.js'
import { ParseError } from '../sdk-error.js'
import { keyKindOf, signatureLength } from './key-kind.js'
import type { CryptoProvider, KeyKind, PublicKey, SignatureScheme } from './types.js'

/** What is needed of a `SubtleCrypto`. */
export interface SubtleLike {
  digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>
  importKey(
    format: 'spki',
    data: Uint8Array,
    algorithm: object,
    extractable: boolean,
    usages: string[],
  ): Promise<unknown>
  verify(algorithm: object, key: unknown, signature: Uint8Array, data: Uint8Array): Promise<boolean>
}

function importParameters(kind: KeyKind, scheme: SignatureScheme): object {
  if (kind.type === 'ec') return { name: 'ECDSA', namedCurve: kind.curve }
  if (kind.type === 'ed25519') return { name: 'Ed25519' }
  return { name: scheme.name, hash: 'hash' in scheme ? scheme.hash : 'SHA-256' }
}

/** The provider over one `SubtleCrypto`. RSA keys are imported once for each scheme they are used with. */
export function webCryptoProvider(subtle: SubtleLike): CryptoProvider {
  const importFor = (key: PublicKey, scheme: SignatureScheme): Promise<unknown> => {
    const imported = key.handle as Map<string, Promise<unknown>>
    const parameters = importParameters(key.kind, scheme)
    const name = JSON.stringify(parameters)
    const known = imported.get(name)
    if (known !== undefined) return known
    const fresh = subtle.importKey('spki', key.spki, parameters, true, ['verify'])
    imported.set(name, fresh)
    return fresh
  }
  return {
    digest: async (hash, data) => new Uint8Array(await subtle.digest(hash, data)),
    importPublicKey: async (spki) => {
      const key: PublicKey = { kind: keyKindOf(spki), spki, handle: new Map() }
      if (key.kind.type === 'rsa') return key
      try {
        const name = key.kind.type === 'ec' ? 'ECDSA' : 'Ed25519'
        await importFor(key, { name, hash: 'SHA-256' })
      } catch (cause) {
        throw new ParseError(errorCatalogue, 'crypto.key', { cause })
      }
      return key
    },
    verify: async (scheme, key, signature, data) => {
      if (signatureLength(key.kind, scheme.name) !== signature.length) return false
      try {
        return await subtle.verify(scheme, await importFor(key, scheme), signature, data)
      } catch {
        return false
      }
    },
  }
}
