export { type LegacyEncoding, legacyEncodingOf } from '@tiemchung/core'
export {
  type CheckCharacterStatus,
  checkCharacterOf,
  checkCharacterStatus,
} from '../payload/check-character.js'
export { type CertificateIdOptions, newCertificateId } from './certificate-id.js'
export { issueCertificate } from './issue-certificate.js'
export { type IssueManyOptions, issueMany, type IssueOutcome } from './issue-many.js'
export { type IssuePolicy, parseIssuePolicy, type RenewalPolicy } from './issue-policy.js'
export type { IssueOptions, SigningCertificate } from './issue-terms.js'
export { type NameOptions, standardiseName } from './names/standardise-name.js'
export { splitVietnameseName, type VietnameseName } from './names/split-name.js'
export type { IssuedCertificate } from './pending-certificate.js'
export { decision5772 } from './policies/decision-5772.js'
export { reissueCertificate } from './reissue-certificate.js'
export {
  type IdDecision,
  type PreviousCertificate,
  type PreviousDecision,
  type RenewalOptions,
  type RenewedCertificate,
  renewCertificate,
} from './renew-certificate.js'
export {
  type ProductCodes,
  type VaccinationRequest,
  vaccinationPayload,
} from './vaccination-payload.js'
