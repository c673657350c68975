export type { RevocationSource, RevocationStatus, RevocationSubject } from '../verify/index.js'
export { type BloomFilter } from './filter/bloom-filter.js'
export { type BloomFilterOptions, bloomFilterOf } from './filter/bloom-filter-of.js'
export { type FilterLimits, type HashFilter } from './filter/hash-filter.js'
export { type PartialHashFilter, readPartialHashFilter } from './filter/partial-hash-filter.js'
export { readBloomFilter } from './filter/read-bloom-filter.js'
export { checkRevocation } from './check-revocation.js'
export { revocationEntryFor, revocationSubjectOf } from './revocation-entry.js'
export { type RevocationHashType, revocationHash } from './revocation-hash.js'
export {
  parseRevocationList,
  type RevocationGroup,
  type RevocationListDocument,
  unknownKeyId,
} from './revocation-list.js'
export { loadRevocationList, type RevocationList } from './revocation-list-source.js'
