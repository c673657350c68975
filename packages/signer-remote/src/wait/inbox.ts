import type { ProviderCallback } from './callback.js'

/** Where callbacks meet the calls that wait for them. One inbox may serve many signers. */
export interface CallbackInbox {
  /** Hands in what `receiveCallback` read. The same one twice does no harm, nor does one nobody waits for. */
  deliver(callback: ProviderCallback): void
  /** The last callback of a transaction, taken out. */
  take(transaction: string): ProviderCallback | undefined
  /** Calls when something comes for a transaction; what it returns ends that. */
  listen(transaction: string, heard: () => void): () => void
}

/** The most callbacks that wait to be taken; anybody may send them, so the oldest go. */
const most = 1000

/** An empty inbox. */
export function callbackInbox(): CallbackInbox {
  const held = new Map<string, ProviderCallback>()
  const listeners = new Map<string, () => void>()
  return {
    deliver: (callback) => {
      held.delete(callback.transaction)
      held.set(callback.transaction, callback)
      const [oldest] = held.keys()
      if (held.size > most && oldest !== undefined) held.delete(oldest)
      listeners.get(callback.transaction)?.()
    },
    take: (transaction) => {
      const callback = held.get(transaction)
      held.delete(transaction)
      return callback
    },
    listen: (transaction, heard) => {
      listeners.set(transaction, heard)
      return () => {
        if (listeners.get(transaction) === heard) listeners.delete(transaction)
      }
    },
  }
}
