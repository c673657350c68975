export type {
  KeyKind,
  MaybePromise,
  SignatureAlgorithm,
  Signer,
  SignOptions,
} from '@tiemchung/core/crypto'
export type { CertificateSummary } from '@tiemchung/x509'
export type { SubjectName } from '@tiemchung/x509/ca'
export type { KeyChoice } from './choose-key.js'
export type { RequestOptions } from './create-request.js'
export { errorCatalogue } from './errors.js'
export type { GeneratedKey, GenerateKeyOptions } from './generate-key.js'
export type { ImportOptions } from './import-certificate.js'
export type { TokenCertificate, TokenKey } from './list-keys.js'
export type { StoredKey } from './objects.js'
export { openToken, type Token } from './open-token.js'
export type { TokenOptions } from './session.js'
export type { TokenSignerOptions } from './token-signer.js'
export { listTokens, type PinState, type TokenChoice, type TokenInfo } from './tokens.js'
