/** Where the project is, and whether a file is the program that was started. */
import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The tree that the tools look after: `TIEMCHUNG_ROOT`, or the one they live in. */
export function projectRoot(): string {
  return resolve(process.env['TIEMCHUNG_ROOT'] ?? join(import.meta.dirname, '..'))
}

/** Whether the module with this address was started, rather than imported by another. */
export function isMain(address: string): boolean {
  const started = process.argv[1]
  return started !== undefined && realpathSync(started) === fileURLToPath(address)
}
