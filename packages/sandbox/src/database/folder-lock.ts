import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Processes } from '../world.js'
import { DatabaseError } from './database.js'

const file = 'sandbox.lock'

/**
 * Whether the process that a lock file names is still there. In a container every process has the same
 * number after a restart, so of our own number the start counts too.
 */
async function isHeld(path: string, processes: Processes): Promise<boolean> {
  const { own } = processes
  const text = await readFile(path, 'utf8').catch(() => '')
  const [id = Number.NaN, since] = text.split(' ').map(Number)
  if (id === own.id) return since === own.since
  return Number.isInteger(id) && processes.isRunning(id)
}

/**
 * Takes a folder for this process: an embedded database that two processes write to is lost. A lock
 * whose process has ended is taken over.
 *
 * @returns gives the folder back
 * @throws DatabaseError `sandbox.database.in-use`
 */
export async function lockFolder(
  folder: string,
  processes: Processes,
): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, file)
  const { own } = processes
  for (let left = 1; ; left -= 1) {
    try {
      await writeFile(path, `${own.id} ${own.since}`, { flag: 'wx' })
      return () => rm(path, { force: true })
    } catch (cause) {
      if (left === 0 || (await isHeld(path, processes)))
        throw new DatabaseError('sandbox.database.in-use', { cause })
      await rm(path, { force: true })
    }
  }
}
