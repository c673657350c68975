/** The host behind the defaults of signing: WebCrypto for private keys. This file alone touches it. */
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'

/** What is needed of a `SubtleCrypto` to sign. */
export interface SigningSubtle {
  importKey(
    format: 'pkcs8',
    data: Uint8Array,
    algorithm: object,
    extractable: boolean,
    usages: string[],
  ): Promise<unknown>
  sign(algorithm: object, key: unknown, data: Uint8Array): Promise<ArrayBuffer>
}

/** What signing needs from outside. */
export interface SigningWorld {
  readonly crypto: CryptoProvider
  readonly subtle: SigningSubtle
}

/** The host's world. */
export const systemWorld = (): SigningWorld => ({
  crypto: systemCrypto,
  subtle: (globalThis as unknown as { crypto: { subtle: SigningSubtle } }).crypto.subtle,
})
