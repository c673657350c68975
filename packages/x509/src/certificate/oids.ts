/** Object identifiers, by the names that the standards give them. */

/** Certificate and CRL extensions (RFC 5280 sections 4.2 and 5.2). */
export const extensionOids = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  issuerAltName: '2.5.29.18',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  deltaCrlIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  certificateIssuer: '2.5.29.29',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyIdentifier: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extendedKeyUsage: '2.5.29.37',
  inhibitAnyPolicy: '2.5.29.54',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  /** id-pkix-ocsp-nocheck (RFC 6960 section 4.2.2.2.1). */
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
} as const

/** Attribute types of names (RFC 5280 appendix A). */
export const attributeOids = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  countryName: '2.5.4.6',
  localityName: '2.5.4.7',
  stateOrProvinceName: '2.5.4.8',
  organizationName: '2.5.4.10',
  organizationalUnitName: '2.5.4.11',
  userId: '0.9.2342.19200300.100.1.1',
} as const

/** Extended key usages that this project signs with. */
export const extendedKeyUsageOids = {
  any: '2.5.29.37.0',
  /** id-kp-documentSigning (RFC 9336). */
  documentSigning: '1.3.6.1.5.5.7.3.36',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  /** EU DCC: signs certificates of test results. */
  healthCertificateTest: '1.3.6.1.4.1.1847.2021.1.1',
  /** EU DCC: signs certificates of vaccination. */
  healthCertificateVaccination: '1.3.6.1.4.1.1847.2021.1.2',
  /** EU DCC: signs certificates of recovery. */
  healthCertificateRecovery: '1.3.6.1.4.1.1847.2021.1.3',
} as const
