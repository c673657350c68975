/** Peers live in folders of their own, with their own lock files, and are installed when they are measured. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

/**
 * `dcc`: the libraries of EU certificates, which bring a hundred and fifty packages. `fhir`: a validator of FHIR R4 with
 * the standard's definitions, 96 MB. `dates`: date libraries. `jose`: libraries of JSON Web Signature.
 */
export type PeerFolder = 'common' | 'dcc' | 'fhir' | 'dates' | 'jose'

export function folderOf(which: PeerFolder): string {
  const common = join(import.meta.dirname, 'peers')
  return which === 'common' ? common : join(common, which)
}

const stampIn = (folder: string) => join(folder, 'node_modules', '.tiemchung-lock')

const lockDigest = (folder: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')

/** Whether what the lock file says is there. */
export function isInstalled(which: PeerFolder): boolean {
  const folder = folderOf(which)
  const stamp = stampIn(folder)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest(folder)
}

/** Installs what the lock file says, once; gives the reason when the peers cannot be had. */
export function installPeers(which: PeerFolder): string | undefined {
  if (isInstalled(which)) return undefined
  const folder = folderOf(which)
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline']
  // npm is a .cmd file on Windows, which only its shell can start.
  const shell = process.platform === 'win32'
  const ran = spawnSync('npm', args, { cwd: folder, shell, encoding: 'utf8' })
  if (ran.status === 0) {
    writeFileSync(stampIn(folder), lockDigest(folder))
    return undefined
  }
  return `not installed: ${ran.error?.message ?? ran.stderr.trim().split('\n')[0] ?? 'npm failed'}`
}

/** A peer as CommonJS gives it. @throws when it is not installed or does not load here */
export function peer<Module>(name: string, which: PeerFolder = 'common'): Module {
  return createRequire(join(folderOf(which), 'package.json'))(name) as Module
}

/**
 * A peer in one file, unchanged: with copies of its own of all that it stands on, so that what it does to
 * them meets no other peer. Some load in no other way. @throws as {@link peer}
 */
export function bundledPeer<Module>(which: PeerFolder, entry: string): Module {
  return createRequire(import.meta.url)(bundleOf(which, entry)) as Module
}

/** The file that {@link bundledPeer} loads. */
export function bundleOf(which: PeerFolder, entry: string): string {
  const folder = folderOf(which)
  const outfile = join(
    folder,
    'node_modules',
    '.bundled',
    `${entry.replaceAll(/[@/.]+/g, '-')}.cjs`,
  )
  buildSync({
    stdin: { contents: `export * from ${JSON.stringify(entry)}`, resolveDir: folder },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'silent',
  })
  return outfile
}
