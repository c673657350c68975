import type { CountryAnchor } from '@tiemchung/certificates/trust'
import type { Pin, SnapshotPolicy, SnapshotState } from '@tiemchung/certificates/signed'
import type { TrustStore } from '@tiemchung/certificates'
import type { Check } from '@tiemchung/core'

/** What files about trust are judged by. */
export interface TrustTerms {
  readonly at: Date
  readonly anchors: readonly CountryAnchor[]
  /** The gateway's own anchors. */
  readonly trustAnchors: readonly Uint8Array[]
  /** SHA-256 of signing certificates, and of publishers' keys. */
  readonly pins: readonly Pin[]
  /** Publishers' keys. */
  readonly keys: readonly Uint8Array[]
  /** How old a signed list may be. */
  readonly policy: SnapshotPolicy
  /** How old a list without a signature may be; absent: as long as it says of itself. */
  readonly maxAgeHours?: number
  /** What was remembered of a signed list, when it was seen before. */
  readonly previous?: SnapshotState
}

/** What came of one file. */
export interface LoadedFile {
  /** Keys that are believed. */
  readonly trust: TrustStore
  /** Keys whose chain does not hold: a certificate is refused for that and not for being unknown. */
  readonly refused?: TrustStore
  /** What stood against the file, or against a part of it. */
  readonly open: readonly Check[]
}
