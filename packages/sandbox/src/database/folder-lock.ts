import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { lockFile } from '@tiemchung/core/file-lock'
import { DatabaseError } from './database.js'

/**
 * Takes a folder for this process, by the file `sandbox.lock`: an embedded database that two processes write to is
 * lost. A lock whose process has ended is taken over.
 *
 * @returns gives the folder back
 * @throws DatabaseError `sandbox.database.in-use`
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const unlock = await lockFile(join(folder, 'sandbox'))
  if (unlock === undefined) throw new DatabaseError('sandbox.database.in-use')
  return unlock
}
