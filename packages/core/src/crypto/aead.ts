/** Authenticated encryption: AES-256-GCM, by the WebCrypto that every host has. */
import { hostErrors } from '../errors/crypto-errors.js'
import { InputError } from '../sdk-error.js'

/** A key as the host keeps it, which may let nobody see its octets: a `CryptoKey`. */
export interface AeadKey {
  readonly type: string
  readonly extractable: boolean
}

/** AES-256-GCM with nonces of 12 octets and tags of 16, which stand behind the ciphertext. */
export interface Aead {
  /** The key of 32 octets, imported so that nobody can read it again. Rejects for another length. */
  importKey(octets: Uint8Array): Promise<AeadKey>
  /** `associated` is not encrypted, and must be the same to open it. A nonce is used once with a key. */
  seal(
    key: AeadKey,
    nonce: Uint8Array,
    data: Uint8Array,
    associated: Uint8Array,
  ): Promise<Uint8Array>
  /** What was sealed; undefined when the key is another or one octet is. */
  open(
    key: AeadKey,
    nonce: Uint8Array,
    sealed: Uint8Array,
    associated: Uint8Array,
  ): Promise<Uint8Array | undefined>
}

type Bytes = ArrayBufferView | ArrayBuffer

interface GcmParameters {
  readonly name: 'AES-GCM'
  readonly iv: Bytes
  readonly additionalData: Bytes
}

/** What is needed of a `SubtleCrypto` to encrypt; `globalThis.crypto.subtle` is one. */
export interface AeadSubtleLike {
  importKey(
    format: 'raw',
    data: Bytes,
    algorithm: { readonly name: string },
    extractable: boolean,
    usages: ('encrypt' | 'decrypt')[],
  ): Promise<unknown>
  encrypt(parameters: GcmParameters, key: unknown, data: Bytes): Promise<ArrayBuffer>
  decrypt(parameters: GcmParameters, key: unknown, data: Bytes): Promise<ArrayBuffer>
}

const gcm = (iv: Uint8Array, additionalData: Uint8Array): GcmParameters => ({
  name: 'AES-GCM',
  iv,
  additionalData,
})

/** The host's WebCrypto. @throws InputError `crypto.unavailable` */
export function systemAead(): Aead {
  const { crypto } = globalThis as { crypto?: { subtle?: AeadSubtleLike } }
  if (crypto?.subtle === undefined) throw new InputError(hostErrors, 'crypto.unavailable')
  return webCryptoAead(crypto.subtle)
}

/**
 * AES-256-GCM over one `SubtleCrypto`.
 *
 * @example
 * ```ts
 * import { webCryptoAead } from '@tiemchung/core/crypto'
 * const aead = webCryptoAead(globalThis.crypto.subtle)
 * ```
 */
export function webCryptoAead(subtle: AeadSubtleLike): Aead {
  return {
    importKey: async (octets) => {
      if (octets.length !== 32) throw new RangeError('a key has 32 octets')
      const usages: ('encrypt' | 'decrypt')[] = ['encrypt', 'decrypt']
      const key = await subtle.importKey('raw', octets, { name: 'AES-GCM' }, false, usages)
      return key as AeadKey
    },
    seal: async (key, nonce, data, associated) =>
      new Uint8Array(await subtle.encrypt(gcm(nonce, associated), key, data)),
    open: async (key, nonce, sealed, associated) => {
      try {
        return new Uint8Array(await subtle.decrypt(gcm(nonce, associated), key, sealed))
      } catch {
        return undefined
      }
    },
  }
}
