import { isBuiltin } from 'node:module'
import { type Room, room, rooms } from '../house.js'
import { cyclesOf, type Import, importsOf, reachOf, specifiersOf } from './imports.js'
import { failedStep, passedStep, type Step } from './step.js'
import { filesIn, isTest, type Manifest, manifestIn, textOf } from './workspace.js'

/** `@scope/name/sub` and `name/sub` split into package and subpath (`.` or `./sub`). */
function splitSpecifier(specifier: string): { name: string; subpath: string } {
  const parts = specifier.split('/')
  const length = specifier.startsWith('@') ? 2 : 1
  const rest = parts.slice(length).join('/')
  return { name: parts.slice(0, length).join('/'), subpath: rest === '' ? '.' : `./${rest}` }
}

/** Entries through which a package may import another: all for `standsOn`, some for `onlyIn`. */
function allowedEntries(place: Room, folder: string): readonly string[] {
  if (place.standsOn.includes(folder)) return Object.keys(place.entries)
  return Object.keys(place.entries).filter((entry) => place.onlyIn?.[entry]?.includes(folder))
}

function packageImportFault(place: Room, all: readonly Import[], one: Import): string | undefined {
  const { name, subpath } = splitSpecifier(one.specifier)
  const other = rooms.find((candidate) => candidate.name === name)
  if (other === undefined) return undefined
  if (!(subpath in other.entries)) return `${one.from}: ${one.specifier} is not an entry of ${name}`
  if (other.folder === place.folder) {
    return isTest(one.from) ? undefined : `${one.from}: imports its own package by name`
  }
  const allowed = allowedEntries(place, other.folder)
  if (allowed.length === 0) return `${one.from}: ${place.folder} does not stand on ${other.folder}`
  if (isTest(one.from)) return undefined
  const wrong = Object.entries(place.entries).find(
    ([entry, file]) =>
      !allowed.includes(entry) &&
      reachOf(all, `packages/${place.folder}/src/${file}`).has(one.from),
  )
  if (wrong === undefined) return undefined
  return `${one.from}: imports ${name}, which only ${allowed.join(', ')} may, and ${wrong[0]} reaches it`
}

function foreignImportFault(manifest: Manifest, tools: Manifest, one: Import): string | undefined {
  if (one.specifier.startsWith('.') || one.specifier.startsWith('#')) return undefined
  if (isBuiltin(one.specifier)) return undefined
  const { name } = splitSpecifier(one.specifier)
  if (rooms.some((candidate) => candidate.name === name)) return undefined
  if (manifest.dependencies?.[name] ?? manifest.peerDependencies?.[name]) return undefined
  const developed = manifest.devDependencies?.[name] ?? tools.devDependencies?.[name]
  if (isTest(one.from) && developed !== undefined) return undefined
  return `${one.from}: ${name} is not a dependency of ${manifest.name ?? '?'}`
}

function escapeFault(place: Room, one: Import): string | undefined {
  if (one.to === undefined || one.to.startsWith(`packages/${place.folder}/src/`)) return undefined
  return `${one.from}: ${one.specifier} leaves the package's source`
}

function manifestFaults(place: Room, manifest: Manifest): string[] {
  const allowed = [...place.standsOn, ...Object.values(place.onlyIn ?? {}).flat()]
  const names = new Set(allowed.map((folder) => room(folder).name))
  const written = { ...manifest.dependencies, ...manifest.peerDependencies }
  const developed = Object.entries(manifest.devDependencies ?? {})
  return [...Object.entries(written), ...developed].flatMap(([name, range]) => {
    if (!rooms.some((other) => other.name === name)) return []
    if (!names.has(name))
      return [`packages/${place.folder}/package.json: may not depend on ${name}`]
    return range === 'workspace:^'
      ? []
      : [`packages/${place.folder}/package.json: ${name} must be workspace:^`]
  })
}

function roomFaults(root: string, place: Room, tools: Manifest): string[] {
  const manifest = manifestIn(root, `packages/${place.folder}`)
  const imports = importsOf(root, place)
  const each = imports.flatMap(
    (one) =>
      packageImportFault(place, imports, one) ??
      foreignImportFault(manifest, tools, one) ??
      escapeFault(place, one) ??
      [],
  )
  const cycles = cyclesOf(imports).map((cycle) => `cycle: ${cycle.join(' -> ')}`)
  const lent = fixtureFaults(root, place, imports)
  return [...manifestFaults(place, manifest), ...each, ...lent, ...cycles]
}

/** A public entry, or a published file of data: `./schema/person.json`. */
function isDoor({ entries, data = [] }: Room, subpath: string): boolean {
  const [folder, file, deeper] = subpath.replace('./', '').split('/')
  const isData = data.some((one) => one === folder) && deeper === undefined
  return subpath in entries || (isData && file?.endsWith('.json') === true)
}

/** Everything outside `packages/` comes in by the doors: package names and public entries. */
function outsideFaults(root: string): string[] {
  const files = ['tests', 'examples', 'bench', 'consumers', 'fixtures'].flatMap((top) =>
    filesIn(root, top),
  )
  const code = files.filter((path) => /\.[cm]?[jt]s$/.test(path))
  return code.flatMap((path) =>
    specifiersOf(textOf(root, path)).flatMap((specifier) => {
      if (/^\.\.?\/.*packages\//.test(specifier)) return [`${path}: ${specifier} is not a door`]
      const { name, subpath } = splitSpecifier(specifier)
      const other = rooms.find((candidate) => candidate.name === name)
      if (other === undefined || isDoor(other, subpath)) return []
      return [`${path}: ${specifier} is not an entry of ${name}`]
    }),
  )
}

const fixtures = 'tiemchung-fixtures/'

/** The packages that a shared fixture brings along, with those of the fixtures that it imports itself. */
function broughtBy(root: string, fixture: string): readonly string[] {
  const path = `fixtures/${fixture}.fixture.ts`
  return specifiersOf(textOf(root, path)).flatMap((specifier) => {
    const near = /^\.\/(.+)\.fixture\.js$/.exec(specifier)?.[1]
    if (near !== undefined) return broughtBy(root, near)
    const { name } = splitSpecifier(specifier)
    return rooms.filter((room) => room.name === name).map((room) => room.folder)
  })
}

/** A test stands where its package stands, whatever it borrows: shared fixtures are no stairs upwards. */
function fixtureFaults(root: string, place: Room, imports: readonly Import[]): string[] {
  const allowed = new Set([place.folder, ...place.standsOn])
  const borrowed = imports.filter((one) => isTest(one.from) && one.specifier.startsWith(fixtures))
  return borrowed.flatMap(({ from, specifier }) =>
    broughtBy(root, specifier.slice(fixtures.length))
      .filter((folder) => !allowed.has(folder))
      .map(
        (folder) =>
          `${from}: ${specifier} brings ${folder}, on which ${place.folder} does not stand`,
      ),
  )
}

/** The house table itself: floors, so that no package stands on one that stands on it. */
function houseFaults(): string[] {
  const floors = rooms.map((place) => place.folder)
  return rooms.flatMap((place) =>
    [...place.standsOn, ...Object.values(place.onlyIn ?? {}).flat()]
      .filter((below) => floors.indexOf(below) >= floors.indexOf(place.folder))
      .map((below) => `tools/house.ts: ${place.folder} stands on ${below}, which comes after it`),
  )
}

/** Packages import as the house table says, by public entries, and no files import in circles. */
export const direction: Step = {
  id: 'direction',
  title: 'imports follow the house table, without cycles',
  run({ root }) {
    const tools = manifestIn(root, '.')
    const faults = [
      ...houseFaults(),
      ...rooms.flatMap((place) => roomFaults(root, place, tools)),
      ...outsideFaults(root),
    ]
    const result =
      faults.length === 0
        ? passedStep(`${rooms.length} packages`)
        : failedStep(`${faults.length} imports go the wrong way`, faults)
    return Promise.resolve(result)
  },
}
