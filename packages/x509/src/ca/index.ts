export type { KeyUsage } from '../certificate/extension-values.js'
export type { Name, NameAttribute } from '../certificate/name.js'
export type { RevocationReason, RevokedEntry } from '../crl/read-entry.js'
export { errorCatalogue } from './errors.js'
export {
  type AuthorityOptions,
  authorityOf,
  type CertificateAuthority,
  createAuthority,
  type IssuedCertificate,
  type IssueOptions,
} from './authority.js'
export type { Validity } from './make-certificate.js'
export type { CrlOptions } from './make-crl.js'
export type { CertificateProfile, UsageOptions } from './profiles.js'
export { type CertificateRequest, createRequest, readRequest } from './request.js'
export {
  exportPrivateKey,
  generateSigningKey,
  importKeyPair,
  type KeyAlgorithm,
  type KeyOptions,
  type KeyPair,
} from './signing-key.js'
export type { SubjectName } from './subject-name.js'
export type { CaWorld, CryptoHost, KeyHandle } from './world.js'
