/** Peers live in a folder of their own, with their own lock file, and are installed when they are measured. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'peers')
const stamp = join(folder, 'node_modules', '.tiemchung-lock')

const lockDigest = (): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')

/** Installs what the lock file says, once; gives the reason when the peers cannot be had. */
export function installPeers(): string | undefined {
  const wanted = lockDigest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline']
  // npm is a .cmd file on Windows, which only its shell can start.
  const shell = process.platform === 'win32'
  const ran = spawnSync('npm', args, { cwd: folder, shell, encoding: 'utf8' })
  if (ran.status === 0) {
    writeFileSync(stamp, wanted)
    return undefined
  }
  return `not installed: ${ran.error?.message ?? ran.stderr.trim().split('\n')[0] ?? 'npm failed'}`
}

/** A peer as CommonJS gives it. @throws when it is not installed or does not load here */
export function peer<Module>(name: string): Module {
  return createRequire(join(folder, 'package.json'))(name) as Module
}
