export type { AlgorithmIdentifier } from './certificate/algorithm.js'
export {
  type CertificateSummary,
  certificateSummary,
  keyIdOf,
} from './certificate/certificate-summary.js'
export type {
  BasicConstraints,
  CertificatePolicies,
  KeyUsage,
  NameConstraints,
  PolicyConstraints,
  PolicyMapping,
} from './certificate/extension-values.js'
export type { DistributionPointName } from './certificate/distribution-point.js'
export type { CertificateExtensions, Extension } from './certificate/extensions.js'
export type { GeneralName } from './certificate/general-name.js'
export { attributeOf, type Name, type NameAttribute, namesMatch } from './certificate/name.js'
export { attributeOids, extendedKeyUsageOids, extensionOids } from './certificate/oids.js'
export { type Certificate, readCertificate } from './certificate/read-certificate.js'
export type { IssuingDistributionPoint } from './crl/issuing-distribution-point.js'
export { type RevocationList, readCrl } from './crl/read-crl.js'
export type { RevocationReason, RevokedEntry } from './crl/read-entry.js'
export { findRevoked, revokedEntries } from './crl/scan-entries.js'
export type { DerElement } from './der/cursor.js'
export { errorCatalogue } from './errors.js'
export { type OcspRequestOptions, ocspRequest } from './ocsp/ocsp-request.js'
export { type OcspQuery, ocspStatus } from './ocsp/ocsp-status.js'
export type { AnsweredStatus, CertificateId, OcspAnswer } from './ocsp/read-answer.js'
export {
  type BasicResponse,
  type OcspRefusal,
  type OcspResponse,
  readOcspResponse,
  type ResponderId,
} from './ocsp/read-response.js'
export type { Anchor, AnchorConstraints } from './path/anchor.js'
export type { Budget } from './path/build-path.js'
export { type IssuerCache, issuerCache } from './path/issuer-cache.js'
export {
  type PathCheck,
  type PathCheckId,
  type PathReport,
  pathCheckIds,
  type SetAside,
} from './path/path-report.js'
export type { PolicyDemand } from './path/policy-demand.js'
export { any, documentSigning, type Purpose, timeStamping } from './path/purpose.js'
export { type PathQuery, verifyPath } from './path/verify-path.js'
export type { CertificateStatus } from './revocation/certificate-status.js'
export {
  hardFail,
  type RevocationPolicy,
  type RevocationQuery,
  revocationOff,
  softFail,
} from './revocation/revocation-policy.js'
export {
  type AlgorithmPolicy,
  legacyAlgorithms,
  modernAlgorithms,
} from './signature/algorithm-policy.js'
export { ecdsaSignatureToRaw } from './signature/ecdsa-signature.js'
export type { Asked, Stamped } from './timestamp/info-checks.js'
export type { Accuracy, ReadImprint, TimestampInfo } from './timestamp/read-info.js'
export {
  readTimestampResponse,
  readTimestampToken,
  type TimestampResponse,
  type TimestampStatus,
  type TimestampToken,
} from './timestamp/read-token.js'
export {
  type OpenTimestamp,
  type TimestampCheck,
  type TimestampCheckId,
  type TimestampReport,
  timestampCheckIds,
  type ValidTimestamp,
} from './timestamp/timestamp-report.js'
export {
  type Imprint,
  type TimestampRequestOptions,
  timestampRequest,
} from './timestamp/timestamp-request.js'
export { type TimestampQuery, verifyTimestamp } from './timestamp/verify-timestamp.js'
export {
  type DetachedCheckId,
  type DetachedQuery,
  type DetachedReport,
  detachedCheckIds,
  verifyDetachedSignature,
} from './cms/verify-detached.js'
export type { SignerId, SignerInfo } from './cms/read-signed-data.js'
export type { Attribute } from './cms/read-attributes.js'
export type { StrongHash } from './certificate/digest-algorithm.js'
