export {
  type OpenDocumentOptions,
  type OpenedDocument,
  openDocument,
  type PinnedKeys,
  type RefusedDocument,
} from './open-document.js'
export { type Pin, parsePin, pinOf } from './pin.js'
export type { DocumentType } from './protected-header.js'
export { type SignedReason, signedReasons } from './reasons.js'
export { type SignDocumentOptions, signDocument } from './sign-document.js'
