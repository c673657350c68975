/** The host of the command line: Node. This file and `main.ts` alone touch it. */
import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { systemClock } from '@tiemchung/core'
import type { Io } from './io.js'

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}

/** The terminal and the files of this machine. */
export const systemIo: Io = {
  out: (text) => {
    process.stdout.write(`${text}\n`)
  },
  say: (text) => {
    process.stderr.write(`${text}\n`)
  },
  readFile: async (path) => new Uint8Array(await readFile(path)),
  writeFile: (path, bytes) => writeFile(path, bytes),
  readStdin,
  clock: systemClock,
}
