/** Whether one certificate is revoked, as its sources tell. */
import type { MaybePromise } from '@tiemchung/core/crypto'
import type { Certificate } from '../certificate/read-certificate.js'
import type { RevocationReason } from '../crl/read-entry.js'
import type { SignatureJudge } from '../signature/signature-judge.js'

/** The status of a certificate. */
export type CertificateStatus =
  | { readonly status: 'good' }
  | {
      readonly status: 'revoked'
      readonly reason: RevocationReason
      readonly since: Date
      /** When the key is known or suspected to have been lost, if earlier (RFC 5280 section 5.3.2). */
      readonly invalidSince?: Date
    }
  /** Nothing that can be relied on tells; the reason is that of the nearest source. */
  | { readonly status: 'unknown'; readonly reason: string }

/** The certificate in question, and who issued it. */
export interface StatusSubject {
  readonly certificate: Certificate
  readonly issuer: Certificate
}

/** A certificate at hand that may have signed a list or an answer. */
export interface KnownSigner {
  readonly certificate: Certificate
  /**
   * Whether it leads to the anchor that the path in question ends in, with every rule of a path and its
   * own revocation. While that very signer is being judged, it may speak of itself, as its own
   * certificate says; it may not speak of those whose word it stands on.
   */
  readonly leadsToAnchor: () => MaybePromise<boolean>
}

/** What every source of a status is judged by. */
export interface StatusTerms {
  readonly at: Date
  /** In seconds; see `RevocationPolicy.longestAge`. */
  readonly longestAge: number | undefined
  /** See `RevocationPolicy.acceptsUnnumbered`. */
  readonly unnumbered: boolean
  readonly judge: SignatureJudge
  /** Certificates with this subject (its comparison key) that may have signed a list or an answer. */
  readonly signersNamed: (key: string) => readonly KnownSigner[]
}
