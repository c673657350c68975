/** Object identifiers of OCSP (RFC 6960 appendix B.2) and of what may appear in its answers. */
export const ocspOids = {
  basicResponse: '1.3.6.1.5.5.7.48.1.1',
  nonce: '1.3.6.1.5.5.7.48.1.2',
  crlReferences: '1.3.6.1.5.5.7.48.1.3',
  archiveCutoff: '1.3.6.1.5.5.7.48.1.6',
  extendedRevoke: '1.3.6.1.5.5.7.48.1.9',
  /** id-ad-ocsp: an access method of a certificate's authority information. */
  accessMethod: '1.3.6.1.5.5.7.48.1',
  /** Signed certificate timestamps (RFC 6962 section 3.3). */
  certificateTimestamps: '1.3.6.1.4.1.11129.2.4.5',
} as const
