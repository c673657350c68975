import { isPending, type MaybePromise, type PublicKey } from '@tiemchung/core/crypto'
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
export class QueryMemory implements SignatureMemory {
  readonly #keys = new Map<KeyHolder, MaybePromise<PublicKey | undefined>>()
  readonly #holding = new Map<Signed, KeyHolder[]>()

  keyOf(holder: KeyHolder): MaybePromise<PublicKey | undefined> {
    return this.#keys.get(holder)
  }

  keepKey(holder: KeyHolder, key: MaybePromise<PublicKey | undefined>): void {
    this.#keys.set(holder, key)
    if (isPending(key)) this.#settle(holder, key)
  }

  /** A key that could not be had is forgotten: the host may have it the next time. */
  #settle(holder: KeyHolder, key: Promise<PublicKey | undefined>): void {
    const forget = () => {
      this.#keys.delete(holder)
    }
    key.then((found) => {
      if (found === undefined) forget()
    }, forget)
  }

  holds(signed: Signed, holder: KeyHolder): boolean {
    return this.#holding.get(signed)?.includes(holder) === true
  }

  keep(signed: Signed, holder: KeyHolder): void {
    const known = this.#holding.get(signed)
    if (known === undefined) this.#holding.set(signed, [holder])
    else known.push(holder)
  }
}
