/** A file of lines that only grows, flushed to the disk line by line. */
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fromUtf8, utf8 } from '@tiemchung/core'
import { lockFile } from '@tiemchung/core/file-lock'
import type { LineFile } from './io.js'

const lineFeed = 10

async function readIfThere(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (caught) {
    if ((caught as { code?: string }).code === 'ENOENT') return new Uint8Array()
    throw caught
  }
}

/** Flushes the folder's entry of a new file; Windows refuses, and does not need it. */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(dirname(path), 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Adds a line; one that could not be written whole is cut off, so that the next can follow. */
async function append(file: FileHandle, line: string): Promise<void> {
  const { size } = await file.stat()
  try {
    await file.appendFile(utf8(`${line}\n`))
    await file.datasync()
  } catch (caught) {
    await file.truncate(size)
    throw caught
  }
}

/** What stands before the last line feed; what a power cut left behind it is cut off: its `append` had not returned. */
async function soundLines(path: string, file: FileHandle): Promise<readonly string[]> {
  const bytes = await readIfThere(path)
  const sound = bytes.lastIndexOf(lineFeed) + 1
  if (sound < bytes.length) await file.truncate(sound)
  await file.sync()
  await flushFolder(path)
  return fromUtf8(bytes.subarray(0, sound)).split('\n').filter(Boolean)
}

/** Opens a file of lines; undefined while another process has it. Only its owner may read it. */
export async function openLines(path: string): Promise<LineFile | undefined> {
  const letGo = await lockFile(path)
  if (letGo === undefined) return undefined
  let file: FileHandle | undefined
  const close = async () => {
    await file?.close()
    await letGo()
  }
  try {
    const opened = await open(path, 'a', 0o600)
    file = opened
    const lines = await soundLines(path, opened)
    return { lines, append: (line) => append(opened, line), close }
  } catch (caught) {
    await close()
    throw caught
  }
}
