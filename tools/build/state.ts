/** Remembers what was built from which sources, so that an unchanged room is not built again. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Room, room, rooms } from '../house.js'
import { filesBelow, isPublished } from './plan.js'

/** The two halves of a build, which age apart: declarations also depend on the siblings' types. */
export type Half = 'javascript' | 'declarations'

const endings: Readonly<Record<Half, RegExp>> = {
  javascript: /\.c?js$/,
  declarations: /\.d\.c?ts$/,
}

/** Whether a built file belongs to a half. */
export function belongsTo(half: Half, file: string): boolean {
  return endings[half].test(file)
}

function digestOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Fields of a manifest that matter only once the package is packed. */
const packedOnly = ['description', 'keywords', 'typesVersions', 'files', 'publishConfig']

/** A manifest as a build sees it. */
function manifestDigest(folder: string): string {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  const fields = Object.entries(JSON.parse(text) as Readonly<Record<string, unknown>>)
  const seen = fields.filter(([field]) => !packedOnly.includes(field))
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex')
}

function sourcesDigest(root: string, place: Room): string {
  const folder = join(root, 'packages', place.folder)
  const files = filesBelow(join(folder, 'src')).filter(isPublished)
  const sources = digestOf(
    folder,
    files.map((file) => `src/${file}`),
  )
  return `${manifestDigest(folder)} ${sources}`
}

function toolsDigest(toolsRoot: string): string {
  const files = filesBelow(join(toolsRoot, 'tools', 'build')).map((file) => `tools/build/${file}`)
  return digestOf(toolsRoot, ['package.json', 'tsconfig.json', 'tools/house.ts', ...files])
}

/** Everything that a room stands on, itself included. */
function foundations(place: Room, found = new Set<string>()): Set<string> {
  if (found.has(place.folder)) return found
  found.add(place.folder)
  const below = [...place.standsOn, ...Object.values(place.onlyIn ?? {}).flat()]
  for (const folder of below) foundations(room(folder), found)
  return found
}

/** The state of the sources of one half of a room. */
export function inputsOf(root: string, place: Room, half: Half): string {
  const hash = createHash('sha256').update(half).update(toolsDigest(root))
  const used = half === 'javascript' ? new Set([place.folder]) : foundations(place)
  for (const each of rooms) if (used.has(each.folder)) hash.update(sourcesDigest(root, each))
  return hash.digest('hex')
}

/** The state of what was built. */
function outputsOf(root: string, place: Room, half: Half): string {
  const dist = join(root, 'packages', place.folder, 'dist')
  return digestOf(
    dist,
    filesBelow(dist).filter((file) => belongsTo(half, file)),
  )
}

function markOf(root: string, place: Room, half: Half): string {
  return join(root, 'node_modules', '.cache', 'tiemchung-build', `${place.folder}.${half}`)
}

/** Whether a half is as the sources want it, and untouched since it was built. */
export function isFresh(root: string, place: Room, half: Half): boolean {
  const mark = markOf(root, place, half)
  if (!existsSync(mark)) return false
  const wanted = `${inputsOf(root, place, half)} ${outputsOf(root, place, half)}`
  return readFileSync(mark, 'utf8') === wanted
}

/** Notes that a half was built from the sources with the given state. */
export function remember(root: string, place: Room, half: Half, inputs: string): void {
  const mark = markOf(root, place, half)
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, `${inputs} ${outputsOf(root, place, half)}`)
}
