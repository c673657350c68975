export type { Http, Pages } from '@tiemchung/http'
export type { CallOptions, Follow } from './client/call-options.js'
export {
  type CitizenClient,
  type CitizenClientOptions,
  citizenClient,
  type Supplement,
} from './client/citizen-client.js'
export { FeedbackConflict, isFeedbackConflict } from './client/conflict/feedback-conflict.js'
export type {
  Draft,
  DraftFile,
  DraftForm,
  DraftProgress,
  DraftState,
  DraftStore,
  SendOptions,
  SendOutcome,
} from './client/draft/draft.js'
export { memoryStore } from './client/draft/memory-store.js'
export { discardDraft, type DraftOptions, openDraft } from './client/draft/open-draft.js'
export {
  type QueueFilter,
  type StaffClient,
  type StaffClientOptions,
  staffClient,
} from './client/staff-client.js'
export type { UploadOptions, UploadProgress } from './client/upload/upload-evidence.js'
export type { WatchedChange, WatchOptions } from './client/watch/watch-feedback.js'
export { errorCatalogue } from './errors.js'
export type { FeedbackWorld } from './world.js'
