export type {
  AbortSignalLike,
  Clock,
  FetchLike,
  Issue,
  PolicyHead,
  RandomSource,
  Sleep,
} from '@tiemchung/core'
export type {
  CryptoProvider,
  SignatureAlgorithm,
  Signer,
  SigningEvent,
  SignOptions,
} from '@tiemchung/core/crypto'
export type { Hooks } from '@tiemchung/http'
export { errorCatalogue } from './errors.js'
export { memoryJournal, type RequestEntry, type RequestJournal } from './journal.js'
export {
  listRemoteKeys,
  openRemoteSigner,
  type RemoteKey,
  type RemoteKeysOptions,
  type RemoteSignerOptions,
} from './open-remote-signer.js'
export { lintProviderProfile, parseProviderProfile } from './profile/lint-profile.js'
export type {
  Evidence,
  ProviderFlow,
  ProviderOutcome,
  ProviderProfile,
  Stated,
} from './profile/profile.js'
export {
  cscV1Profile,
  cscV2Profile,
  mySignProfile,
  smartCaProfile,
} from './profile/profiles.js'
export type { Ask, CredentialTokenRequest, RemoteSecrets } from './secrets.js'
export {
  type NamedSignature,
  type ProviderCallback,
  receiveCallback,
} from './wait/callback.js'
export { type CallbackInbox, callbackInbox } from './wait/inbox.js'
export type { RemoteHttpOptions } from './wire/line.js'
export type { RemoteWorld } from './world.js'
