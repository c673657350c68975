export type {
  AbortSignalLike,
  Check,
  CivilDate,
  Issue,
  PolicyHead,
  RandomSource,
  Report,
  Uuid,
} from '@tiemchung/core'
export type {
  CryptoProvider,
  SignatureAlgorithm,
  Signer,
  SigningEvent,
  SignOptions,
} from '@tiemchung/core/crypto'
export type { DoseRecord } from '@tiemchung/schemas'
export type {
  DayReport,
  Minutes,
  SignedDayReport,
  SignedRecord,
  TimestampedJws,
} from '@tiemchung/schemas/wire'
export type {
  Anchor,
  IssuerCache,
  PathReport,
  Purpose,
  RevocationQuery,
  TimestampReport,
} from '@tiemchung/x509'
export type { DaySigningEvent } from './day/day-desk.js'
export type {
  DayEvidence,
  DaySigningMode,
  PreparedRecord,
  PreparedSeal,
  SealedDayRecords,
  SigningEntry,
  SigningJournal,
} from './day/journal.js'
export {
  type DaySigningOutcome,
  type SignDayInput,
  type SignDayOptions,
  signDay,
} from './day/sign-day.js'
export type { RecordJudge, UnsignedDayRecord } from './day/sort-records.js'
export { errorCatalogue } from './errors.js'
export {
  type AnsweredCertificateCheckId,
  type AskedCertificate,
  answeredCertificateCheckIds,
  type CheckAnsweredOptions,
  checkAnsweredCertificate,
} from './facility-certificate/check-answer.js'
export { facilityRenewalPolicy } from './facility-certificate/facility-renewal-policy.js'
export {
  type Renewal,
  type RenewalState,
  renewalOf,
} from './facility-certificate/renewal-of.js'
export {
  lintRenewalPolicy,
  parseRenewalPolicy,
  type RenewalPolicy,
} from './facility-certificate/renewal-policy.js'
export type { SignerFacts, VerifySignatureOptions } from './signature/judge-signer.js'
export type { SignatureCheckId } from './jws/open-jws.js'
export type { FlattenedJws } from './jws/serialization.js'
export {
  type JwsCheckId,
  jwsCheckIds,
  type JwsQuery,
  type JwsReport,
  verifyJws,
} from './jws/verify-jws.js'
export {
  type CheckMinutesOptions,
  checkMinutes,
  type MinutesCheckId,
  minutesCheckIds,
} from './minutes/check-minutes.js'
export { drawUpMinutes, type MinutesInput } from './minutes/draw-up-minutes.js'
export {
  checkReplacement,
  type ReplacementCheckId,
  type ReplaceMinutesInput,
  replacementCheckIds,
  replaceMinutes,
} from './minutes/replace-minutes.js'
export { lintSigningPolicy, parseSigningPolicy } from './policy/lint-policy.js'
export {
  isSignedInTime,
  type RoleRight,
  type SigningPolicy,
  signingDeadline,
} from './policy/signing-policy.js'
export { signingPolicy1815 } from './policy/signing-policy-1815.js'
export { type AnySignedRecord, detachRecord } from './record/detach.js'
export {
  type CompactSignedRecord,
  type SigningOutcome,
  type SignRecordOptions,
  type SignRecordsOptions,
  signRecord,
  signRecords,
  type UnsignedRecord,
} from './record/sign-records.js'
export {
  type SignedRecordCheckId,
  type SignedRecordReport,
  signedRecordCheckIds,
  type VerifyRecordOptions,
  verifyRecord,
} from './record/verify-record.js'
export { type CompactSignedDayReport, signDayReport } from './report/sign-day-report.js'
export {
  type SignedDayReportCheckId,
  type SignedDayReportReport,
  signedDayReportCheckIds,
  verifyDayReport,
} from './report/verify-day-report.js'
export { lintSignerRegister, parseSignerRegister } from './register/lint-register.js'
export {
  type Entitlement,
  entitlementOf,
  type IssuerAnchors,
  type IssuerKind,
  maySign,
  type NamedSigner,
  type SignedThing,
  type SignerEntry,
  type SignerInQuestion,
  type SignerRegister,
  type SignerRole,
  type SigningAct,
} from './register/signer-register.js'
export { subjectIdentifiersOf } from './register/subject-identifiers.js'
export {
  type AuditCheckId,
  type AuditFault,
  type AuditFinding,
  type AuditInput,
  auditCheckIds,
  auditDay,
  type DayAudit,
  type MissingRecord,
} from './seal/audit-day.js'
export {
  type CompactDaySeal,
  type DaySeal,
  type NamedMinutes,
  type SealContent,
  type SealProof,
  sealHash,
} from './seal/day-seal.js'
export {
  type SealedRecord,
  type SealedRecordCheckId,
  type SealedRecordReport,
  sealedRecordCheckIds,
} from './seal/judge-sealed.js'
export {
  type Consistency,
  consistencyProof,
  type Inclusion,
  inclusionProof,
  leafHash,
  type MerkleTree,
  merkleRoot,
  merkleTree,
  verifyConsistency,
  verifyInclusion,
} from './seal/merkle.js'
export { readSealContent, type SealPlace } from './seal/seal-content.js'
export {
  type SealDayInput,
  type SealDayOptions,
  type SealedDay,
  sealDay,
} from './seal/seal-day.js'
export type { SealTree } from './seal/seal-tree.js'
export {
  type DaySealCheckId,
  type DaySealReport,
  daySealCheckIds,
  verifyDaySeal,
} from './seal/verify-day-seal.js'
export { type SealVerifier, type SealVerifierOptions, sealVerifier } from './seal/seal-verifier.js'
export {
  type SealedDayReport,
  verifySealedRecord,
  verifySealedRecords,
} from './seal/verify-sealed-record.js'
export type { TimestampTrust } from './timestamp/judge-timestamp.js'
export type { TimestampExchange, TimestampOptions } from './timestamp/timestamp-jws.js'
export { type TimestampedRecord, timestampRecord } from './timestamp/timestamp-record.js'
export { type TimestampedSeal, timestampSeal } from './timestamp/timestamp-seal.js'
export {
  type SealChainCheckId,
  type SealChainReport,
  sealChainCheckIds,
  verifySeals,
} from './seal/verify-seals.js'
export { type SoftwareSignerOptions, softwareSigner } from './signer/software-signer.js'
export type { SigningSubtle } from './world.js'
