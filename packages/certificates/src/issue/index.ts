export {
  type CertificateIdOptions,
  type CheckCharacterStatus,
  checkCharacterOf,
  checkCharacterStatus,
  newCertificateId,
} from './certificate-id.js'
export { issueCertificate } from './issue-certificate.js'
export { type IssueManyOptions, issueMany, type IssueOutcome } from './issue-many.js'
export { type IssuePolicy, parseIssuePolicy } from './issue-policy.js'
export type { IssueOptions, SigningCertificate } from './issue-terms.js'
export { type LegacyEncoding, legacyEncodingOf } from './names/legacy-encoding.js'
export { type NameOptions, standardiseName } from './names/standardise-name.js'
export type { IssuedCertificate } from './pending-certificate.js'
export { decision5772 } from './policies/decision-5772.js'
export {
  type ProductCodes,
  type VaccinationRequest,
  vaccinationPayload,
} from './vaccination-payload.js'
