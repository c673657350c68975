/** Object identifiers of signed data (RFC 5652) and of the attributes that signers write. */
export const cmsOids = {
  /** Content that is any octets. */
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  /** RFC 2634: the signer's certificate by its SHA-1. */
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  /** RFC 5035: the signer's certificate by a hash that is named. */
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  /** id-ct-TSTInfo (RFC 3161 section 2.4.2). */
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
} as const
