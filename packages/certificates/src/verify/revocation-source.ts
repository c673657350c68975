/** What the verifier needs to know of revocation; `@tiemchung/certificates/revocation` has lists and filters. */
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

/** What a source can answer. Only `not-listed` lets a certificate pass, and only `listed` refuses it. */
export const revocationStatuses = [
  'listed',
  'not-listed',
  /** A filter has it, and no list of hashes confirmed or denied that. */
  'maybe',
  /** Not found by a filter whose kind no case by others proves. */
  'unproven',
  /** Not listed, but the source should have been replaced by now. */
  'stale',
  /** The network gave no answer. */
  'unreachable',
] as const

/** What is known of a certificate's revocation. */
export type RevocationStatus = (typeof revocationStatuses)[number]

/** Where revocations come from. One that asks over a network may throw what the network throws. */
export interface RevocationSource {
  readonly version?: string
  statusOf(
    subject: RevocationSubject,
    at: Date,
    crypto: CryptoProvider,
  ): MaybePromise<RevocationStatus>
}
