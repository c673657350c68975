import type { DraftStore } from './draft.js'

/** A store that forgets with the page; for tests, and where nothing may be kept on a device. */
export function memoryStore(): DraftStore {
  const texts = new Map<string, string>()
  return {
    get: (key) => texts.get(key),
    put: (key, text) => {
      texts.set(key, text)
    },
    delete: (key) => {
      texts.delete(key)
    },
  }
}
