import type { Store } from '../store.js'

/** Somewhere to keep documents that nobody has used before. */
export interface StorePlace {
  /** Opens what is there. Where `isShared`, it may be open several times at once. */
  open(): Promise<Store>
  /** What is written is there after `close` and `open`. */
  readonly isKept: boolean
  /** Several may have it open at once: processes, tabs, or callers. */
  readonly isShared: boolean
  /**
   * Makes a document that was written unreadable, as a worn disk does, while nobody has the place open; `open` then gives
   * the store as a host has it who would rather have the rest than nothing. Cases about that are for places with this.
   */
  readonly spoil?: ((collection: string, id: string) => Promise<void>) | undefined
}

/** What kind of place a case is for. */
export type StoreKind = Pick<StorePlace, 'isKept' | 'isShared'> & {
  readonly spoil?: StorePlace['spoil']
}

/** One thing that a store must do. */
export interface StoreCase {
  readonly name: string
  /** Whether a place of this kind is asked for it. */
  readonly fits: (place: StoreKind) => boolean
  /** @throws StoreFault when the store does something else */
  run(place: StorePlace): Promise<void>
}
