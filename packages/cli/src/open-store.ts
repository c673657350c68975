/** The store of a clinic's day in a folder. */
import { readdir } from 'node:fs/promises'
import type { Store } from '@tiemchung/clinic'
import { fileStore } from '@tiemchung/clinic/store/file'

/** Opens a store that is there: one is never made, and a folder that cannot be read rejects. */
export async function openStore(folder: string): Promise<Store> {
  await readdir(folder)
  return fileStore(folder)
}
