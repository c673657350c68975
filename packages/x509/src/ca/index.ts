export { errorCatalogue } from '../errors.js'
export {
  type AuthorityOptions,
  authorityOf,
  type CertificateAuthority,
  createAuthority,
  type IssuedCertificate,
  type IssueOptions,
  type SubjectName,
  type Validity,
} from './authority.js'
export {
  exportPrivateKey,
  generateSigningKey,
  importKeyPair,
  type KeyAlgorithm,
  type KeyOptions,
  type KeyPair,
} from './signing-key.js'
export type { CaWorld } from './world.js'
