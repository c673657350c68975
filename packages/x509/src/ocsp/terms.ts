import type { Certificate } from '../certificate/read-certificate.js'
import type { CertificateStatus, StatusTerms } from '../revocation/certificate-status.js'
import type { RevocationPolicy } from '../revocation/revocation-policy.js'
import type { AskedCertificate } from './asked-certificate.js'

/** What responses are judged by. */
export interface OcspTerms
  extends Pick<StatusTerms, 'at' | 'longestAge' | 'judge' | 'signersNamed'> {
  /** What the lists at hand say of a responder's own certificate. */
  readonly responderStatus: (responder: Certificate) => Promise<CertificateStatus>
  /** See `RevocationPolicy.acceptsUncheckedResponders`. */
  readonly acceptsUnchecked: boolean
  /** The nonce that was sent with the question; undefined when none is to come back. */
  readonly nonce: Uint8Array | undefined
}

/** The certificate in question, and who issued it. */
export interface OcspSubject {
  readonly certificate: AskedCertificate
  readonly issuer: Certificate
}

/** How responses count under a policy. */
export function ocspTerms(
  terms: StatusTerms,
  policy: RevocationPolicy,
  responderStatus: OcspTerms['responderStatus'],
  nonce?: Uint8Array,
): OcspTerms {
  const { at, longestAge, judge, signersNamed } = terms
  return {
    at,
    longestAge,
    judge,
    signersNamed,
    responderStatus,
    acceptsUnchecked: policy.acceptsUncheckedResponders === true,
    nonce,
  }
}
