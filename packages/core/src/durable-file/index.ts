/** Files that outlive a power cut: what is flushed, when, and in which order. Node only. */
import { constants, type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { lockFile } from '../file-lock/index.js'

/** A file that one process writes. Only its owner may read what it makes. */
export interface OpenFile {
  /** Octets that it has. */
  size(): Promise<number>
  /** Writes from an octet on, which is not behind the end; part of it may be there when it rejects. */
  write(bytes: Uint8Array, at: number): Promise<void>
  /** What was written before survives a power cut when it has returned. */
  flush(): Promise<void>
  truncate(size: number): Promise<void>
  close(): Promise<void>
}

/** What is asked of a disk: the host's is {@link systemFiles}, a simulated one can stand in its place. */
export interface FileOperations {
  /** Makes a folder and those above it; when it has returned, they survive a power cut. */
  makeFolder(path: string): Promise<void>
  /** A file's octets; none when there is no such file. */
  read(path: string): Promise<Uint8Array>
  /** Opens a file, made when it is not there. `fresh`: emptied first. */
  open(path: string, how: 'kept' | 'fresh'): Promise<OpenFile>
  /** Gives a file another's name, in its place. */
  rename(from: string, to: string): Promise<void>
  /** The names in a folder survive a power cut when it has returned. */
  flushFolder(path: string): Promise<void>
  /** One process at a time on a file; undefined when somebody has it. The function that comes back lets go. */
  lock(path: string): Promise<(() => Promise<void>) | undefined>
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (caught) {
    if ((caught as { code?: string }).code === 'ENOENT') return new Uint8Array()
    throw caught
  }
}

/** Windows refuses to open folders; a name is durable there without. */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) {
    await flushFolder(dirname(made))
  }
}

const { O_CREAT, O_DSYNC, O_WRONLY } = constants

/**
 * Where a write comes back when its octets are on the disk, so that nothing is left to flush: one call instead of two.
 * On macOS only a call of its own makes the disk flush, and Windows knows no such thing.
 */
const writesThrough = process.platform === 'linux'

/** Opens a file that is written and flushed by turns. */
async function openThrough(path: string): Promise<OpenFile> {
  const handle = await open(path, O_WRONLY | O_CREAT | O_DSYNC, 0o600)
  // What somebody wrote before, and what is cut off, is not on the disk yet.
  let mustFlush = true
  return {
    ...openFileOver(handle),
    flush: async () => {
      if (!mustFlush) return
      mustFlush = false
      try {
        await handle.datasync()
      } catch (caught) {
        mustFlush = true
        throw caught
      }
    },
    truncate: async (size) => {
      mustFlush = true
      await handle.truncate(size)
    },
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
}

function openFileOver(handle: FileHandle): OpenFile {
  return {
    size: async () => (await handle.stat()).size,
    write: (bytes, at) => writeAll(handle, bytes, at),
    flush: () => handle.datasync(),
    truncate: (size) => handle.truncate(size),
    close: () => handle.close(),
  }
}

/** The disk of the host. Errors of the file system come as they are, with its codes. */
export const systemFiles: FileOperations = {
  makeFolder,
  read,
  open: async (path, how) => {
    if (writesThrough && how === 'kept') return openThrough(path)
    const handle = await open(path, O_WRONLY | O_CREAT, 0o600)
    const file = openFileOver(handle)
    try {
      if (how === 'fresh') await file.truncate(0)
      return file
    } catch (caught) {
      await file.close()
      throw caught
    }
  },
  rename,
  flushFolder,
  lock: lockFile,
}

/**
 * Opens a file to go on behind its end, with its octets. What `soundOctets` does not count is cut off, which a power cut tore,
 * and the rest with the file's name flushed.
 *
 * @example
 * ```ts
 * import { appendWhole, openSound } from '@tiemchung/core/durable-file'
 * const { file } = await openSound('./notes.log', (bytes) => bytes.lastIndexOf(10) + 1)
 * await appendWhole(file, new TextEncoder().encode('một\n'))
 * await file.close()
 * ```
 */
export async function openSound(
  path: string,
  soundOctets: (bytes: Uint8Array) => number,
  files: FileOperations = systemFiles,
): Promise<{ readonly file: OpenFile; readonly bytes: Uint8Array }> {
  const file = await files.open(path, 'kept')
  try {
    const all = await files.read(path)
    const bytes = all.subarray(0, soundOctets(all))
    if (bytes.length < all.length) await file.truncate(bytes.length)
    await file.flush()
    await files.flushFolder(dirname(path))
    return { file, bytes }
  } catch (caught) {
    await file.close()
    throw caught
  }
}

/**
 * Appends and flushes. What could not be written whole is cut off, so that the next can follow; what was there
 * before is never touched.
 */
export async function appendWhole(file: OpenFile, bytes: Uint8Array): Promise<void> {
  const size = await file.size()
  try {
    await file.write(bytes, size)
    await file.flush()
  } catch (caught) {
    await file.truncate(size)
    throw caught
  }
}

/** Puts a file in the place of another: it is complete and flushed before it takes the name. */
export async function replaceFile(
  path: string,
  parts: Iterable<Uint8Array>,
  files: FileOperations = systemFiles,
): Promise<void> {
  const fresh = `${path}.new`
  const file = await files.open(fresh, 'fresh')
  try {
    let at = 0
    for (const part of parts) {
      await file.write(part, at)
      at += part.length
    }
    await file.flush()
  } finally {
    await file.close()
  }
  await files.rename(fresh, path)
  await files.flushFolder(dirname(path))
}
