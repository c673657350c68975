/** What the verifier needs to know of revocation; `@tiemchung/certificates/revocation` has a list. */
import type { CryptoProvider, MaybePromise } from '@tiemchung/core/crypto'

/** What a certificate is revoked by. */
export interface RevocationSubject {
  readonly keyId: Uint8Array
  /** `ci` exactly as issued. */
  readonly certificateId: string
  /** `co` of the entry. */
  readonly country: string
  readonly signature: Uint8Array
  readonly algorithm: 'ES256' | 'PS256'
}

/** `stale`: not listed, but the list should have been replaced by now. */
export type RevocationStatus = 'listed' | 'not-listed' | 'stale'

/** Where revocations come from. */
export interface RevocationSource {
  readonly version?: string
  statusOf(
    subject: RevocationSubject,
    at: Date,
    crypto: CryptoProvider,
  ): MaybePromise<RevocationStatus>
}
