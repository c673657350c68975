export {
  type FetchDocumentOptions,
  type FetchedDocument,
  fetchDocument,
} from '../fetch/fetch-document.js'
export {
  type OpenDocumentOptions,
  type OpenedDocument,
  openDocument,
  type PinnedKeys,
  type RefusedDocument,
} from './open-document.js'
export { type Pin, parsePin, pinOf } from './pin.js'
export type { DocumentType } from './protected-header.js'
export {
  readSnapshot,
  type Snapshot,
  type SnapshotCheckId,
  type SnapshotHead,
  type SnapshotKind,
  type SnapshotOptions,
} from './read-snapshot.js'
export { type SignedReason, signedReasons, snapshotReasons } from './reasons.js'
export { type SignDocumentOptions, signDocument } from './sign-document.js'
export { parseSnapshotPolicy, type SnapshotPolicy, weeklySnapshot } from './snapshot-policy.js'
export { parseSnapshotState, type SnapshotState } from './snapshot-state.js'
