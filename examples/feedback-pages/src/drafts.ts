/** Drafts in IndexedDB: photos are larger than `localStorage` takes. */
import type { DraftStore } from '@tiemchung/feedback'

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })

/** A store of texts on this device. */
export async function openStore(): Promise<DraftStore> {
  const opening = indexedDB.open('feedback', 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('draft'))
  const database = await settled(opening)
  const texts = (mode: IDBTransactionMode) =>
    database.transaction('draft', mode).objectStore('draft')
  return {
    get: (key) => settled<string | undefined>(texts('readonly').get(key)),
    put: async (key, text) => void (await settled(texts('readwrite').put(text, key))),
    delete: async (key) => void (await settled(texts('readwrite').delete(key))),
  }
}
