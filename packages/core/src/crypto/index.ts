import { platformCrypto } from '#crypto'
import type { CryptoProvider } from './types.js'

/** The host's crypto: synchronous `node:crypto` in Node, WebCrypto elsewhere. */
export const systemCrypto: CryptoProvider = platformCrypto

export {
  type Aead,
  type AeadKey,
  type AeadSubtleLike,
  systemAead,
  webCryptoAead,
} from './aead.js'
export { after, isPending, someInTurn } from './after.js'
export { besideOthers } from './beside-others.js'
export { type JwkMisuse, jwkMisuse } from './jwk-misuse.js'
export { keyKindOf } from './key-kind.js'
export { type JwkReading, readJwk } from './read-jwk.js'
export type {
  CryptoProvider,
  CurveName,
  HashName,
  KeyKind,
  MaybePromise,
  PublicKey,
  Signer,
  SignatureAlgorithm,
  SignatureScheme,
  SigningEvent,
  SignOptions,
} from './types.js'
export { schemeOf } from './types.js'
export { type SubtleLike, webCryptoProvider } from './webcrypto.js'
