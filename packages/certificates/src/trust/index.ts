export { chainVerifier } from './chain-verifier.js'
export type { CountryAnchor } from './country-anchor.js'
export {
  type FetchDocumentOptions,
  type FetchedDocument,
  fetchDocument,
} from '../fetch/fetch-document.js'
export {
  type GatewayListOptions,
  type LoadedGatewayList,
  loadGatewayList,
} from './gateway/load-gateway-list.js'
export {
  type LoadedVerifierList,
  loadVerifierList,
  type VerifierList,
  type VerifierListOptions,
} from './gateway/load-verifier-list.js'
export { spkiOfJwk } from './jwk-key.js'
export { type JwksOptions, keysOfJwks, keysOfThumbprintJwks } from './keys-of-jwks.js'
export {
  type DidListCheckId,
  type DidListOptions,
  type LoadedDidList,
  loadDidList,
} from './load-did-list.js'
export {
  type LoadedSigners,
  loadSigners,
  type SignerFile,
  type SignersOptions,
} from './load-signers.js'
export {
  type LoadedTrustList,
  loadTrustList,
  type TrustListCheckId,
  type TrustListOptions,
} from './load-trust-list.js'
export { mergeTrust } from './merge-trust.js'
export { openSnapshot, trustListType } from './open-snapshot.js'
export { explainTrustCheck, trustReasons } from './reasons.js'
export { parseTrustList, type TrustListDocument, type TrustListItem } from './trust-list.js'
