/** A store under a program that may be gone at any write: before it was kept, or just after. */
import type { Store } from '@tiemchung/clinic/store/memory'

/** The program is gone: nothing that it still wants to do happens. */
export class Gone extends Error {
  override readonly name = 'Gone'
}

/** Whether this was thrown as the program is gone, also from below an error of ours. */
export const isGone = (caught: unknown): boolean =>
  caught instanceof Gone || (caught instanceof Error && isGone(caught.cause))

/** When a program ends. */
export interface Crash {
  /** Writes that still go well. */
  readonly after: number
  readonly kept: boolean
}

/** A store as one life of a program sees it. */
export interface Life {
  readonly store: Store
  readonly isGone: boolean
  arm(crash: Crash | undefined): void
}

/** Begins a life on a store; what an earlier life held is let go, as it is when a process ends. */
export function beginLife(kept: Store): Life {
  let crash: Crash | undefined
  let isGone = false
  const held = new Set<string>()
  const alive = () => {
    if (isGone) throw new Gone('gone')
  }
  const reading = <Value>(read: () => Promise<Value>): Promise<Value> => {
    if (isGone) return Promise.reject(new Gone('gone'))
    return read()
  }
  const store: Store = {
    all: (collection) => reading(() => kept.all(collection)),
    get: (collection, id) => reading(() => kept.get(collection, id)),
    write: async (...batch) => {
      alive()
      if (crash === undefined || crash.after > 0) {
        if (crash !== undefined) crash = { ...crash, after: crash.after - 1 }
        return kept.write(...batch)
      }
      isGone = true
      if (crash.kept) await kept.write(...batch)
      throw new Gone('gone')
    },
    hold: (name) =>
      reading(() => {
        if (held.has(name)) return Promise.resolve(undefined)
        held.add(name)
        return Promise.resolve(() => {
          held.delete(name)
          return Promise.resolve()
        })
      }),
    close: () => Promise.resolve(),
  }
  return {
    store,
    get isGone() {
      return isGone
    },
    arm: (next) => {
      crash = next
    },
  }
}
