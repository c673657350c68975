/** The host of the command line: Node. This file and `main.ts` alone touch it. */
import { createReadStream } from 'node:fs'
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import process from 'node:process'
import { systemClock } from '@tiemchung/core'
import type { Io } from './io.js'

/** Beside the place first, then in it: an interrupted run leaves the old file or the new one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const place = await realpath(path).catch(() => path)
  const there = await stat(place).catch(() => undefined)
  // A device or a pipe is written to; only a file is replaced.
  if (there !== undefined && !there.isFile()) return writeFile(place, bytes)
  const beside = `${place}.${process.pid}.tmp`
  try {
    await writeFile(beside, bytes, { flag: 'wx' })
    await rename(beside, place)
  } catch (cause) {
    await rm(beside, { force: true })
    throw cause
  }
}

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

/** The terminal and the files of this machine. */
export const systemIo: Io = {
  out: (text) => {
    process.stdout.write(`${text}\n`)
  },
  say: (text) => {
    process.stderr.write(`${text}\n`)
  },
  open: (path) => createReadStream(path),
  stdin: () => process.stdin,
  writeFile: writeWhole,
  clock: systemClock,
  version,
}

/** As a program ends that writes into a pipe nobody reads any more: 128 and the number of SIGPIPE. */
const readerWentAway = 141
const cannotWrite = 70

/**
 * Ends without a word when whoever reads the output goes away, as `| head -1` does: what was not read
 * must not count as done.
 */
export function watchOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      process.exit(code === 'EPIPE' ? readerWentAway : cannotWrite)
    })
  }
}
