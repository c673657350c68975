import type { MaybePromise, PublicKey } from '@tiemchung/core/crypto'
import type { KeyHolder, Signed } from './signed.js'

/** What was found out about signatures: keys that were imported, and who signed what. */
export interface SignatureMemory {
  keyOf(holder: KeyHolder): MaybePromise<PublicKey | undefined>
  keepKey(holder: KeyHolder, key: MaybePromise<PublicKey | undefined>): void
  /** Whether this was found to be signed by that key. */
  holds(signed: Signed, holder: KeyHolder): boolean
  /** Remembers that this is signed by that key. */
  keep(signed: Signed, holder: KeyHolder): void
}

/** The memory of one query. */
export function queryMemory(): SignatureMemory {
  const keys = new Map<KeyHolder, MaybePromise<PublicKey | undefined>>()
  const holding = new Map<Signed, KeyHolder[]>()
  return {
    keyOf: (holder) => keys.get(holder),
    keepKey: (holder, key) => {
      keys.set(holder, key)
    },
    holds: (signed, holder) => holding.get(signed)?.includes(holder) === true,
    keep: (signed, holder) => {
      const known = holding.get(signed)
      if (known === undefined) holding.set(signed, [holder])
      else known.push(holder)
    },
  }
}
