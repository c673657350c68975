import { compareAndSet } from './compare-and-set.js'
import { contract } from './contract.js'
import { keeping } from './keeping.js'
import { sharing } from './sharing.js'
import { spoiling } from './spoiling.js'
import type { StoreCase } from './store-case.js'

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
  ...spoiling,
]
