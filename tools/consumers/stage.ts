/** Installs the packed tarballs once, as a user would, and puts the consumers beside them. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type Room, rooms } from '../house.js'
import { type Packed, pack } from '../pack.js'
import { forgetInstalled, npm } from '../pack/install.js'

/** Names of the folders below `consumers/`. */
export const consumers = [
  'esm',
  'cjs',
  'ts-nodenext',
  'ts-commonjs',
  'vite',
  'browser-bundle',
  'browser-picture',
] as const
export type Consumer = (typeof consumers)[number]

export interface Stage {
  /** The folder of the installation; each consumer is a folder in it. */
  readonly folder: string
  readonly faults: readonly string[]
}

/** Optional peers, which a user of the entries that need them installs too. */
function optionalPeers(root: string, place: Room): Record<string, string> {
  const file = join(root, 'packages', place.folder, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    peerDependencies?: Record<string, string>
  }
  return manifest.peerDependencies ?? {}
}

function manifestOf(root: string, folder: string, packed: readonly Packed[]): string {
  const tarballs = packed.map(({ place, tarball }) => {
    const path = relative(folder, tarball).split(sep).join('/')
    return [place.name, `file:${path}`]
  })
  const dependencies = {
    ...Object.assign({}, ...packed.map(({ place }) => optionalPeers(root, place))),
    ...Object.fromEntries(tarballs),
  } as Record<string, string>
  return `${JSON.stringify({ name: 'consumers', private: true, dependencies }, null, 2)}\n`
}

/** Every entry as one TypeScript module, so that the compiler must read all declarations. */
function entriesModule(packed: readonly Packed[], nodeToo: boolean): string {
  const specifiers = packed
    .filter(({ place }) => nodeToo || place.nodeOnly !== true)
    .flatMap(({ place }) =>
      Object.keys(place.entries).map((subpath) => `${place.name}${subpath.slice(1)}`),
    )
  const imports = specifiers.map((from, index) => `import * as entry${index} from '${from}'`)
  const names = specifiers.map((_, index) => `entry${index}`).join(', ')
  return `${imports.join('\n')}\n\nexport const entries: readonly object[] = [${names}]\n`
}

/** Copies one consumer next to the installation, without what an earlier run left there. */
function place(root: string, folder: string, consumer: Consumer): void {
  const to = join(folder, consumer)
  // Vite's own installation is kept: its lock file says whether it is the right one.
  if (consumer !== 'vite') rmSync(to, { recursive: true, force: true })
  cpSync(join(root, 'consumers', consumer), to, { recursive: true })
}

/** Installs again only when a tarball changed. */
async function install(root: string, folder: string, packed: readonly Packed[]): Promise<string[]> {
  const manifest = manifestOf(root, folder, packed)
  const state = `${readFileSync(join(root, 'out', 'tarballs', 'state'), 'utf8')}\n${manifest}`
  const stamp = join(folder, 'state')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return []
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), manifest)
  forgetInstalled(folder, packed)
  const faults = await npm(folder, ['install', '--no-package-lock', '--ignore-scripts'])
  if (faults.length === 0) writeFileSync(stamp, state)
  return faults
}

/** Packs, installs and lays out everything that the consumers need. */
export async function stageConsumers(root: string): Promise<Stage> {
  const folder = join(root, 'out', 'consumers')
  const { packed, faults } = await pack(root)
  // A package that npm cannot find in the installation would be looked for on the registry.
  const missing = rooms.filter((each) => !packed.some((one) => one.place === each))
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ')
    return { folder, faults: [`not packed: ${names}`, ...faults] }
  }
  const failed = await install(root, folder, packed)
  if (failed.length > 0) return { folder, faults: failed }
  for (const consumer of consumers) place(root, folder, consumer)
  writeFileSync(join(folder, 'ts-nodenext', 'entries.ts'), entriesModule(packed, false))
  writeFileSync(join(folder, 'ts-commonjs', 'entries.ts'), entriesModule(packed, true))
  return { folder, faults: [] }
}
