/** Peers live in a folder of their own, with their own lock file, and are installed when they are measured. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'peers')

/** Installs the peers, once. False when they cannot be had; then only ours and the floor are measured. */
export function installPeers(): boolean {
  if (existsSync(join(folder, 'node_modules'))) return true
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline']
  return spawnSync(npm, args, { cwd: folder, shell: process.platform === 'win32' }).status === 0
}

/** A peer as CommonJS gives it. */
export function peer<Module>(name: string): Module {
  return createRequire(join(folder, 'package.json'))(name) as Module
}
