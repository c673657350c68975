/** The host of the command line: Node. This file, `main.ts` and those that it loads from this folder alone touch it. */
import { createReadStream } from 'node:fs'
import { mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { systemClock } from '@tiemchung/core'
import type { FolderEntry, Io, Terminal } from './io.js'
import { version } from './version.js'

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

async function list(folder: string): Promise<readonly FolderEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
}

/** `NO_COLOR` counts whatever it says, and when it says nothing it does not (no-color.org). */
function terminalOf(): Terminal {
  const colour = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === ''
  if (!process.stderr.isTTY) return { colour }
  const progress = (line: string) => {
    process.stderr.write(`\r\u001B[K${line}`)
  }
  return { colour, progress }
}

/** Where programs keep what must outlive them, by the custom of the system. */
function stateFolder(): string {
  const { APPDATA, XDG_STATE_HOME } = process.env
  const home = process.platform === 'win32' ? APPDATA : XDG_STATE_HOME
  return join(home ?? join(homedir(), '.local', 'state'), 'tiemchung')
}

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
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true })
  },
  openStore: async (folder) => (await import('./open-store.js')).openStore(folder),
  openLines: async (path) => (await import('./line-file.js')).openLines(path),
  secret: async (source) => (await import('./secret.js')).readSecret(source),
  list,
  // Starting programs costs Node some milliseconds to load: only who needs one pays for it.
  runProgram: async (...call) => (await import('./program.js')).runProgram(...call),
  terminal: terminalOf(),
  windows: process.platform === 'win32',
  stateFolder: stateFolder(),
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
