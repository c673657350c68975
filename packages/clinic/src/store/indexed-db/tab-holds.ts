import type { Store } from '../store.js'

/** Names held by Web Locks, which the browser lets go when the tab is closed or has crashed. */
export function tabHolds(
  locks: LockManager,
  database: string,
): { readonly hold: Store['hold']; readonly letAllGo: () => Promise<void> } {
  const held = new Set<() => Promise<void>>()
  const hold: Store['hold'] = (name) =>
    new Promise((resolve, reject) => {
      const request = locks.request(
        `tiemchung-clinic ${database} ${name}`,
        { ifAvailable: true },
        (lock) => {
          if (lock === null) {
            resolve(undefined)
            return undefined
          }
          return new Promise<void>((release) => {
            const letGo = async () => {
              held.delete(letGo)
              release()
              await request
            }
            held.add(letGo)
            resolve(letGo)
          })
        },
      )
      request.catch(reject)
    })
  return {
    hold,
    letAllGo: async () => {
      await Promise.all([...held].map((letGo) => letGo()))
    },
  }
}
