export type { Http } from '@tiemchung/http'
export type {
  ConsentEvidence,
  SharedDose,
  SharingReceipt,
  VerificationRequest,
  VerificationResult,
} from '@tiemchung/schemas/wire'
export { batchIdOf } from './client/batch-id.js'
export { evidenceOf, evidenceWithoutQuestion } from './client/evidence.js'
export { holdUntil, isLapsed } from './client/hold/hold.js'
export { type RetentionPolicy, retentionPolicy69 } from './client/hold/retention-policy.js'
export type { JournalEntry, VerificationJournal } from './client/journal/journal.js'
export { memoryJournal } from './client/journal/memory-journal.js'
export type { NdxpCodes } from './client/ndxp/answer.js'
export { type NdxpCaller, type NdxpEnvelope, ndxpEnvelope } from './client/ndxp/envelope.js'
export {
  type NdxpSend,
  type NdxpSending,
  type NdxpVerifierOptions,
  ndxpOverHttp,
  ndxpVerifier,
} from './client/ndxp/ndxp-verifier.js'
export { type PlatformVerifierOptions, platformVerifier } from './client/platform-verifier.js'
export { type DoseSharing, sharedDoseOf } from './client/share/dose-sharing.js'
export {
  type PlatformDoseSharingOptions,
  platformDoseSharing,
} from './client/share/platform-dose-sharing.js'
export type { IdentityVerifier, VerifyManyOptions, VerifyOptions } from './client/verifier.js'
export { errorCatalogue } from './errors.js'
export type { IdentityWorld } from './world.js'
