export { chainVerifier } from './chain-verifier.js'
export type { CountryAnchor } from './country-anchor.js'
export {
  type LoadedTrustList,
  loadTrustList,
  type TrustListCheckId,
  type TrustListOptions,
} from './load-trust-list.js'
export { parseTrustList, type TrustListDocument, type TrustListItem } from './trust-list.js'
