/** Whether one certificate is revoked, as its sources tell. */
import type { Certificate } from '../certificate/read-certificate.js'
import type { RevocationReason } from '../crl/scan-entries.js'
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

/** What every source of a status is judged by. */
export interface StatusTerms {
  readonly at: Date
  /** In seconds; see `RevocationPolicy.longestAge`. */
  readonly longestAge: number | undefined
  readonly judge: SignatureJudge
  /** Certificates with this subject (its comparison key) that may have signed a list or an answer. */
  readonly signersNamed: (key: string) => readonly Certificate[]
  /**
   * Whether the certificate of a signer leads to the anchor that the path in question ends in, with
   * every rule of a path and its own revocation. False while that very signer is being judged.
   */
  readonly leadsToAnchor: (signer: Certificate) => Promise<boolean>
}
