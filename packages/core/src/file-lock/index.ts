/** One process at a time on a file: a lock file beside it that says who. Node only. */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import process from 'node:process'

const codeOf = (caught: unknown): unknown => (caught as { code?: unknown }).code

/** When a process began, in ticks since the machine did; where the system does not say so, nothing. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name before the bracket may hold blanks; of the fields behind it the 20th is the start.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (caught) {
    return codeOf(caught) !== 'ESRCH'
  }
}

/**
 * Whether the process of a lock has provably ended: nobody has its number on this machine, or somebody
 * who began at another time. A lock of another machine, or one that cannot be read, is respected.
 */
async function isStale(holder: string): Promise<boolean> {
  const [, digits, start, host] = /^(\d+) (\d*) (.+)$/.exec(holder) ?? []
  const pid = Number(digits)
  if (host !== hostname() || !(pid > 0)) return false
  if (!isThere(pid)) return true
  const now = await startOf(pid)
  return start !== '' && now !== '' && start !== now
}

/** Makes a lock file with its holder in it, in one step; on disks that know no links, such as exFAT, in two. */
async function make(path: string, own: string, self: string): Promise<boolean> {
  try {
    await link(own, path).catch(async (caught: unknown) => {
      if (codeOf(caught) === 'EEXIST') throw caught
      await writeFile(path, self, { flag: 'wx' })
    })
    return true
  } catch (caught) {
    if (codeOf(caught) === 'EEXIST') return false
    throw caught
  }
}

/** Takes a lock over from the process that has ended, unless somebody else has by now. */
async function replace(path: string, own: string, stale: string): Promise<boolean> {
  if ((await readFile(path, 'utf8').catch(() => '')) !== stale) return false
  await rename(own, path)
  return true
}

/**
 * Takes a lock file. A stale one is replaced by whoever holds the lock on doing so, which is a file of
 * the same kind: of two that find it stale one takes it, and the other finds it taken.
 */
async function take(path: string, self: string): Promise<boolean> {
  const own = `${path}.${process.pid}`
  await writeFile(own, self, { mode: 0o600 })
  try {
    if (await make(path, own, self)) return true
    const holder = await readFile(path, 'utf8').catch(() => '')
    if (!(await isStale(holder))) return false
    const turn = `${path}.turn`
    if (!(await take(turn, self))) return false
    try {
      return await replace(path, own, holder)
    } finally {
      await rm(turn, { force: true })
    }
  } finally {
    await rm(own, { force: true })
  }
}

/**
 * Locks a file for this process by a lock file beside it, named as the file with `.lock`; undefined when somebody
 * has it. The function that comes back lets go. Node only.
 *
 * @example
 * ```ts
 * import { lockFile } from '@tiemchung/core/file-lock'
 * const letGo = await lockFile('./journal.log')
 * if (letGo === undefined) throw new Error('another process has the journal')
 * await letGo()
 * ```
 */
export async function lockFile(path: string): Promise<(() => Promise<void>) | undefined> {
  const lock = `${path}.lock`
  const self = `${process.pid} ${await startOf(process.pid)} ${hostname()}`
  if (!(await take(lock, self))) return undefined
  return () => rm(lock, { force: true })
}
