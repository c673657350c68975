export type { Http } from '@tiemchung/http'
export type {
  ConsentEvidence,
  VerificationRequest,
  VerificationResult,
} from '@tiemchung/schemas/wire'
export { batchIdOf } from './client/batch-id.js'
export { evidenceOf, evidenceWithoutQuestion } from './client/evidence.js'
export { holdUntil, isLapsed } from './client/hold/hold.js'
export { type RetentionPolicy, retentionPolicy69 } from './client/hold/retention-policy.js'
export type { JournalEntry, VerificationJournal } from './client/journal/journal.js'
export { memoryJournal } from './client/journal/memory-journal.js'
export { type PlatformVerifierOptions, platformVerifier } from './client/platform-verifier.js'
export type { IdentityVerifier, VerifyManyOptions, VerifyOptions } from './client/verifier.js'
export { errorCatalogue } from './errors.js'
export type { IdentityWorld } from './world.js'
