import type { MaybePromise, PublicKey, CryptoProvider } from '@tiemchung/core/crypto'
import type { CertificateType } from '../../payload/payload.js'

/** A public key: imported, as SubjectPublicKeyInfo in DER, or imported when it is first needed. */
export type KeyMaterial =
  | PublicKey
  | Uint8Array
  | ((crypto: CryptoProvider) => MaybePromise<PublicKey>)

/** A key whose signatures are believed, and what for. What is not stated is not checked. */
export interface TrustedKey {
  /** The first 8 bytes of SHA-256 of the signing certificate. */
  readonly keyId: Uint8Array
  readonly key: KeyMaterial
  /** Country of the signing certificate, ISO 3166-1 alpha-2. */
  readonly country?: string
  /** What it may sign; absent means anything, an empty list nothing. */
  readonly usages?: readonly CertificateType[]
  /** Validity of the signing certificate, both ends included. */
  readonly notBefore?: Date
  readonly notAfter?: Date
  /** The signing certificate in DER, for a chain verifier. */
  readonly certificate?: Uint8Array
}

/** Where the keys come from. */
export interface TrustStore {
  /** Version of the list behind it, for the report. */
  readonly version?: string
  /** Whether it knows no key at all; then nothing can be decided. */
  readonly isEmpty: boolean
  /** Every key with this id. */
  keysFor(keyId: Uint8Array): readonly TrustedKey[]
}
