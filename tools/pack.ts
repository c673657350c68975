/**
 * `node tools/run.mjs pack`: every room as the tarball that would be published, in `out/tarballs`.
 *
 * LICENSE and NOTICE come from the root, `publishConfig` takes the place of the fields that it names,
 * and the contents are checked. Tarballs of an unchanged tree are left alone.
 *
 * `npm run pack -- --into ../my-project @tiemchung/certificates` installs packages from them, with what
 * they stand on; without names those that the project's package.json names.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, explain } from './build.js'
import { filesBelow } from './build/plan.js'
import { linesOf, run } from './check/command.js'
import { type Room, room, rooms } from './house.js'
import { contentFaults } from './pack/contents.js'
import { installPacked } from './pack/install.js'
import { filesOfTarball } from './pack/tarball.js'
import pin from './pnpm.json' with { type: 'json' }
import { isMain, projectRoot } from './tree.js'

export interface Packed {
  readonly place: Room
  /** Absolute path of the tarball. */
  readonly tarball: string
  readonly bytes: number
  readonly files: ReadonlyMap<string, Buffer>
}

export interface PackReport {
  readonly packed: readonly Packed[]
  /** One line each: rooms that could not be built, packed, or whose contents are wrong. */
  readonly faults: readonly string[]
}

/** Files of the root that belong into every tarball. */
const fromRoot = ['LICENSE', 'NOTICE']

function folderOf(root: string): string {
  return join(root, 'out', 'tarballs')
}

function tarballOf(root: string, place: Room): string {
  const file = join(root, 'packages', place.folder, 'package.json')
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  const name = place.name.replace('@', '').replace('/', '-')
  return join(folderOf(root), `${name}-${version}.tgz`)
}

/** The state of everything that goes into the tarballs. */
function stateOf(root: string, places: readonly Room[]): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    hash.update(`${path}\0`)
    if (existsSync(join(root, path))) hash.update(readFileSync(join(root, path)))
  }
  for (const path of [...fromRoot, 'tools/pnpm.json']) add(path)
  for (const { folder } of places) {
    const own = ['package.json', 'README.md', 'README.vi.md', 'CHANGELOG.md']
    for (const path of own) add(`packages/${folder}/${path}`)
    for (const part of ['dist', 'bin', ...(room(folder).data ?? [])]) {
      for (const file of filesBelow(join(root, 'packages', folder, part))) {
        add(`packages/${folder}/${part}/${file}`)
      }
    }
  }
  return hash.digest('hex')
}

async function runPnpm(root: string, places: readonly Room[]): Promise<string[]> {
  const filters = places.flatMap(({ folder }) => ['--filter', `./packages/${folder}`])
  const copies = places.flatMap(({ folder }) =>
    fromRoot.map((file) => ({
      from: join(root, file),
      to: join(root, 'packages', folder, file),
    })),
  )
  try {
    for (const { from, to } of copies) copyFileSync(from, to)
    const args = ['-y', pin.pnpm, '-r', ...filters, 'pack', '--pack-destination', folderOf(root)]
    const ran = await run('npx', args, { cwd: root })
    return ran.status === 0 ? [] : linesOf(ran).slice(-20)
  } finally {
    for (const { to } of copies) rmSync(to, { force: true })
  }
}

function readPacked(root: string, place: Room): Packed {
  const tarball = tarballOf(root, place)
  const data = readFileSync(tarball)
  return { place, tarball, bytes: data.length, files: filesOfTarball(data) }
}

/** Builds and packs every room that can be built, and checks what came out. */
export async function pack(root: string): Promise<PackReport> {
  const built = await build({ root, declarations: true })
  const places = rooms.filter(({ folder }) => !built.failures.has(folder))
  const absent = fromRoot.filter((file) => !existsSync(join(root, file)))
  if (absent.length > 0) {
    return { packed: [], faults: absent.map((file) => `${file} is missing in the root`) }
  }
  const state = stateOf(root, places)
  const stamp = join(folderOf(root), 'state')
  const known =
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === state &&
    places.every((place) => existsSync(tarballOf(root, place)))
  if (!known) {
    rmSync(folderOf(root), { recursive: true, force: true })
    mkdirSync(folderOf(root), { recursive: true })
    const faults = await runPnpm(root, places)
    if (faults.length > 0) return { packed: [], faults: [...explain(built), ...faults] }
    writeFileSync(stamp, state)
  }
  const packed = places.map((place) => readPacked(root, place))
  const faults = packed.flatMap(({ place, files }) =>
    contentFaults(place, files).map((fault) => `${place.folder}: ${fault}`),
  )
  return { packed, faults: [...explain(built), ...faults] }
}

/** Name, number of files and size of each tarball. */
export function sizeTable({ packed }: PackReport): string[] {
  return packed.map(({ place, bytes, files }) => {
    const size = `${(bytes / 1024).toFixed(1)} kB`.padStart(9)
    return `${place.name.padEnd(24)} ${String(files.size).padStart(4)} files ${size}`
  })
}

/** Paths are meant from where the command was typed, which npm and run.mjs hand on. */
function typedPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path)
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { root: { type: 'string' }, into: { type: 'string' } },
    allowPositionals: true,
  })
  const report = await pack(values.root ?? projectRoot())
  for (const line of sizeTable(report)) process.stdout.write(`${line}\n`)
  const faults = [...report.faults]
  if (values.into !== undefined && faults.length === 0) {
    faults.push(...(await installPacked(typedPath(values.into), report.packed, positionals)))
    if (faults.length === 0) process.stdout.write(`installed into ${typedPath(values.into)}\n`)
  }
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  if (faults.length > 0) process.exitCode = 1
}

if (isMain(import.meta.url)) await main()
