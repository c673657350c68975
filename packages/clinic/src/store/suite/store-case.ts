import type { Store } from '../store.js'

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
