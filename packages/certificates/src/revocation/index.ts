export type { RevocationSource, RevocationStatus, RevocationSubject } from '../verify/index.js'
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
