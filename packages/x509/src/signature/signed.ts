import type { AlgorithmIdentifier } from '../certificate/algorithm.js'

/** Anything signed: a certificate or a revocation list. */
export interface Signed {
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
}

/** Anything that has a public key: a certificate, or a request for one. */
export interface KeyHolder {
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array
}
