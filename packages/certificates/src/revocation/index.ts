export type { RevocationSource, RevocationStatus, RevocationSubject } from '../verify/index.js'
export { type PackedHashes } from './packed-hashes.js'
export { checkRevocation } from './check-revocation.js'
export { type BloomFilter } from './filter/bloom-filter.js'
export { type BloomFilterOptions, bloomFilterOf } from './filter/bloom-filter-of.js'
export { type FilterLimits, type HashFilter } from './filter/hash-filter.js'
export { type PartialHashFilter, readPartialHashFilter } from './filter/partial-hash-filter.js'
export { readBloomFilter } from './filter/read-bloom-filter.js'
export {
  filterRevocation,
  type FilterRevocationOptions,
  type RevocationSlice,
} from './filter-revocation.js'
export { confirmedRevocation, joinRevocation } from './join-revocation.js'
export {
  loadRevocationBatches,
  parseRevocationBatch,
  type RevocationBatch,
  type RevocationBatchesOptions,
  revocationBatchesOf,
} from './revocation-batch.js'
export { parseRevocationDelta, type RevocationDeltaDocument } from './revocation-delta.js'
export { revocationEntryFor, revocationSubjectOf } from './revocation-entry.js'
export { type PackedGroup, type RevocationGroup, unknownKeyId } from './revocation-group.js'
export { type RevocationHashType, revocationHash } from './revocation-hash.js'
export { type RevocationHead } from './revocation-head.js'
export { parseRevocationList, type RevocationListDocument } from './revocation-list.js'
export { revocationDeltaOf, type RevocationIssue, revocationListOf } from './revocation-list-of.js'
export { loadRevocationList, type RevocationList } from './revocation-list-source.js'
export { signRevocation, type SignRevocationOptions } from './sign-revocation.js'
export {
  applyRevocationDelta,
  openRevocationList,
  type OpenRevocationOptions,
  revocationDeltaType,
  revocationListType,
  type SignedRevocationList,
} from './signed-revocation-list.js'
