export { type CertificateAlgorithm, coseNumberOf } from '../algorithm.js'
export { type CertificateCheckId, certificateCheckIds } from './check-ids.js'
export type { ChainVerifier, VerifyOptions } from './context.js'
export { explainCheck } from './explain-check.js'
export { checkCodes, type ValueSets } from '../payload/check-codes.js'
export { parseValueSets } from '../payload/parse-value-sets.js'
export type { PayloadRule } from '../payload/findings.js'
export type {
  CertificateType,
  HealthCertificatePayload,
  PersonName,
  RecoveryEntry,
  TestEntry,
  VaccinationEntry,
} from '../payload/payload.js'
export { checkPayload, type PayloadOptions, type PayloadReading } from '../payload/check-payload.js'
export { type PayloadTolerance, payloadTolerances } from '../payload/tolerance.js'
export { parseVerificationProfile, type VerificationProfile } from './profile.js'
export { strictIssuer } from './profiles/strict-issuer.js'
export { tolerantVerifier } from './profiles/tolerant-verifier.js'
export { type CheckReason, reasonCatalogue } from './reasons.js'
export { renewableClaims } from './renewable-claims.js'
export {
  type CertificateSigner,
  claimsOf,
  type HealthCertificateClaims,
  type RefusedCertificate,
  type ValidCertificate,
  type VerificationBasis,
  type VerificationReport,
} from './report.js'
export type { RevocationSource, RevocationStatus, RevocationSubject } from './revocation-source.js'
export { type Tolerance, tolerances } from './tolerance.js'
export { usagesOf } from './trust/extended-key-usage.js'
export type { KeyMaterial, TrustedKey, TrustStore } from './trust/trusted-key.js'
export { trustedKeys } from './trust/trusted-keys.js'
export { verifyCertificate } from './verify-certificate.js'
export { verifyMany, type VerifyManyOptions } from './verify-many.js'
