import type { Store } from './store.js'

/** Names held one at a time by whoever uses a store; a store is open in one process only. */
export function holds(): Store['hold'] {
  const held = new Set<string>()
  return (name) => {
    if (held.has(name)) return Promise.resolve(undefined)
    held.add(name)
    return Promise.resolve(() => {
      held.delete(name)
      return Promise.resolve()
    })
  }
}
