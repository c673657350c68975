export {
  type CertificateRequest,
  certificateRequestSchema,
} from './certificate/certificate-request.js'
export { type Envelope, envelopeSchema } from './envelope/envelope.js'
export { errorCatalogue } from './errors.js'
export { type Facility, facilityCodeSchema, facilitySchema } from './facility/facility.js'
export {
  type ReportingLine,
  reportingLineSchema,
  type UnitOwner,
  type UnitPeriod,
  unitOwnerSchema,
  unitPeriodSchema,
} from './facility/unit-period.js'
export {
  type ClaimedData,
  claimedDataSchema,
  type Correction,
  type CorrectionStep,
  correctionSchema,
  correctionStepSchema,
  type Evidence,
  evidenceSchema,
  type FeedbackAction,
  type FeedbackDecision,
  type FeedbackEvent,
  type FeedbackItem,
  type FeedbackRequest,
  type FeedbackState,
  type FeedbackSupplement,
  type FeedbackType,
  feedbackActionSchema,
  feedbackDecisionSchema,
  feedbackEventSchema,
  feedbackItemSchema,
  feedbackRequestSchema,
  feedbackStateSchema,
  feedbackSupplementSchema,
  feedbackTypeSchema,
  type Handler,
  handlerSchema,
  type RejectionReason,
  rejectionReasonSchema,
} from './feedback/feedback.js'
export { issuesFromZod, parseWith } from './issues-from-zod.js'
export { type Address, addressSchema } from './person/address.js'
export {
  type Guardian,
  guardianSchema,
  type Relationship,
  relationshipSchema,
} from './person/guardian.js'
export { type IdentityDocument, identityDocumentSchema } from './person/identity-document.js'
export { type Person, personSchema, type Sex, sexSchema } from './person/person.js'
export { personalNumberSchema } from './person/personal-number.js'
export { phoneSchema } from './person/phone.js'
export {
  type AmendmentDetails,
  amendRecord,
  hashRecord,
  type RecordChanges,
} from './record/amend-record.js'
export type { RecordDraft } from './record/completeness/draft.js'
export {
  type Completeness,
  type CompletenessIssue,
  type CompletenessQuestion,
  judgeCompleteness,
} from './record/completeness/judge-completeness.js'
export {
  type CompletenessPolicy,
  type CompletenessPurpose,
  type CompletenessRule,
  completenessPurposes,
  lintCompletenessPolicy,
  parseCompletenessPolicy,
  type PurposeRequirements,
  type Requirement,
  type Supplier,
} from './record/completeness/policy.js'
export type { Volumes } from './record/completeness/rules.js'
export { type Consent, consentSchema } from './record/consent.js'
export {
  type Deadline,
  type DeadlinePolicy,
  type DeadlineStep,
  lintDeadlinePolicy,
  parseDeadlinePolicy,
} from './record/deadline/deadline-policy.js'
export { dueAt } from './record/deadline/due-at.js'
export {
  type Dose,
  doseSchema,
  type PriorDose,
  priorDoseSchema,
  productIdSchema,
} from './record/dose.js'
export {
  type AmendmentReason,
  type Amends,
  amendmentReasonSchema,
  amendsSchema,
  type DoseRecord,
  doseRecordSchema,
} from './record/dose-record.js'
export { type Examination, examinationSchema } from './record/examination.js'
export {
  type IdentityEvidence,
  type IdentityStatus,
  identityEvidenceSchema,
  identitySettled,
} from './record/identity-evidence.js'
export {
  type Reaction,
  type ReactionKind,
  type ReactionReport,
  reactionKindSchema,
  reactionReportSchema,
  reactionSchema,
} from './record/reaction.js'
export { type DoseKey, personKey, recordIdFor } from './record/record-id.js'
export { covid2022SameDay } from './record/regime/covid-2022.js'
export { niis2026 } from './record/regime/niis-2026.js'
export type { Regime } from './record/regime/regime.js'
export {
  type Answer,
  answerSchema,
  concludeScreening,
  screeningConclusions,
  type Screening,
  type ScreeningConclusion,
  type ScreeningItem,
  screeningSchema,
} from './record/screening.js'
export { nameSchema } from './text/name.js'
export { type NameFault, nameFaults } from './text/name-faults.js'
export {
  civilDateSchema,
  decimalSchema,
  instantSchema,
  lineSchema,
  partialDateSchema,
  sha256Schema,
  uuidSchema,
} from './text/primitive.js'
export { personal, sensitive, sensitiveFields } from './text/sensitive.js'
