import type { Store } from '../store.js'
import { compareAndSet } from './compare-and-set.js'
import { contract } from './contract.js'
import { keeping } from './keeping.js'
import { sharing } from './sharing.js'

/** Somewhere to keep documents that nobody has used before. */
export interface StorePlace {
  /** Opens what is there. Where `isShared`, it may be open several times at once. */
  open(): Promise<Store>
  /** What is written is there after `close` and `open`. */
  readonly isKept: boolean
  /** Several may have it open at once: processes, tabs, or callers. */
  readonly isShared: boolean
}

/** One thing that a store must do. */
export interface StoreCase {
  readonly name: string
  /** Whether a place of this kind is asked for it. */
  readonly fits: (place: Pick<StorePlace, 'isKept' | 'isShared'>) => boolean
  /** @throws StoreFault when the store does something else */
  run(place: StorePlace): Promise<void>
}

/**
 * What every store must do, as cases that any test runner can run, each on a place of its own.
 *
 * It does not establish that a write survives a power cut: that is for who knows what is below the store.
 *
 * @example
 * ```ts
 * import { memoryStore } from '@tiemchung/clinic/store/memory'
 * import { storeSuite } from '@tiemchung/clinic/store/suite'
 * const kind = { isKept: false, isShared: false }
 * for (const one of storeSuite.filter((each) => each.fits(kind))) {
 *   await one.run({ ...kind, open: async () => memoryStore() })
 * }
 * ```
 */
export const storeSuite: readonly StoreCase[] = [
  ...contract,
  ...compareAndSet,
  ...keeping,
  ...sharing,
]
