export {
  type IssuedCertificate,
  type IssueRequest,
  issuedCertificateSchema,
  issueRequestSchema,
} from './certificate.js'
export {
  type ArchivedListDocument,
  archivedListSchema,
  type CorrectionEventDocument,
  correctionEventSchema,
} from './correction.js'
export {
  type DayReport,
  type DayTally,
  dayReportSchema,
  type RollUp,
  type RollUpRow,
  rollUpRowSchema,
  rollUpSchema,
  type SignedDayReport,
  signedDayReportSchema,
} from './day.js'
export {
  askFeedbackSchema,
  decideFeedbackSchema,
  type FeedbackNotification,
  feedbackNotificationSchema,
  type NoticedDose,
  noticedDoseSchema,
  noticeSchema,
  openWebhookEndpointSchema,
  passOnFeedbackSchema,
  resolveFeedbackSchema,
  type StartUpload,
  startUploadSchema,
  submittedSchema,
  supplementFeedbackSchema,
  takeFeedbackSchema,
  type Upload,
  uploadSchema,
  type WebhookEndpoint,
  webhookEndpointSchema,
} from './feedback.js'
export {
  type HandOverDocument,
  handOverListSchema,
  type IdentityDayReport,
  identityDayReportSchema,
  type OpenCaseClass,
  openCaseClassSchema,
  type ReturnedDocument,
  returnedListSchema,
} from './hand-over.js'
export {
  type ConsentEvidence,
  consentEvidenceSchema,
  type MatchField,
  matchFieldSchema,
  type RegisterCorrection,
  registerCorrectionSchema,
  type VerificationBatch,
  type VerificationBatchRequest,
  type VerificationRequest,
  type VerificationResult,
  verificationBatchRequestSchema,
  verificationBatchSchema,
  verificationRequestSchema,
  verificationResultSchema,
} from './identity.js'
export { type TimestampedJws, timestampedJwsSchema } from './jws.js'
export { type Problem, pageSchema, problemSchema } from './problem.js'
export {
  answerChallengeSchema,
  changePasswordSchema,
  passwordChangedSchema,
  challengeSchema,
  logInSchema,
  type Role,
  refreshSchema,
  roleSchema,
  type Session,
  sessionSchema,
} from './session.js'
export {
  type SharedDose,
  type SharingReceipt,
  sharedDoseSchema,
  sharingReceiptSchema,
} from './sharing.js'
export {
  daySealSchema,
  type MinutedRecords,
  type Minutes,
  minutedRecordsSchema,
  minutesSchema,
  type Receipt,
  receiptSchema,
  type SealedRecordDocument,
  type SignedRecord,
  sealedRecordSchema,
  sealProofSchema,
  signedRecordSchema,
} from './submission.js'
