/** What the filters of revoked hashes have in common. */
import type { CryptoProvider, MaybePromise } from '@tiemchung/core/crypto'

/**
 * A set of hashes that answers "perhaps" or "no".
 *
 * A "perhaps" can be wrong, so it revokes nothing until a list of hashes confirms it.
 */
export interface HashFilter {
  readonly kind: 'bloom' | 'partial-hash'
  /** Whether cases made by others prove the reading of this kind of filter. */
  readonly proven: boolean
  /** False when the hash was never put in. */
  mightContain(hash: Uint8Array, crypto: CryptoProvider): MaybePromise<boolean>
}

/** How filters of others are read. */
export interface FilterLimits {
  /** Bytes of a whole filter. Default: 64 MiB. */
  readonly maxBytes?: number
}

/** 64 MiB: room for 28 million hashes at one wrong "perhaps" in ten thousand. */
export const defaultMaxBytes = 67_108_864
