/**
 * `node tools/run.mjs surface`: compares the built surface of every entry with the committed report
 * `packages/<room>/api/<entry>.api.d.ts`; `--write` writes the reports of announced packages.
 *
 * A changed surface needs both: a changeset that tells users, and the report that shows reviewers.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.js'
import { builtName, type Room, rooms } from './house.js'
import { announcedPackages, changedSinceRelease } from './surface/changesets.js'
import { programOver, surfaceReport } from './surface/report.js'
import { isMain, projectRoot } from './tree.js'

/** The surface of one package: file name of the report → its text. */
type Reports = ReadonlyMap<string, string>

export interface SurfaceFindings {
  readonly entries: number
  readonly written: readonly string[]
  readonly faults: readonly string[]
}

function apiFolder(root: string, place: Room): string {
  return join(root, 'packages', place.folder, 'api')
}

function declarationOf(root: string, place: Room, subpath: string): string {
  return join(root, 'packages', place.folder, 'dist', `${builtName(subpath)}.d.ts`)
}

function builtReports(root: string, places: readonly Room[]): Map<Room, Reports> {
  const files = places.flatMap((place) =>
    Object.keys(place.entries).map((subpath) => declarationOf(root, place, subpath)),
  )
  const program = programOver(files)
  const reportsOf = (place: Room): Reports =>
    new Map(
      Object.keys(place.entries).map((subpath) => [
        `${builtName(subpath).replaceAll('/', '.')}.api.d.ts`,
        surfaceReport(
          program,
          declarationOf(root, place, subpath),
          `${place.name}${subpath.slice(1)}`,
          join(root, 'packages', place.folder),
        ),
      ]),
    )
  return new Map(places.map((place) => [place, reportsOf(place)]))
}

function committedReports(root: string, place: Room): Reports {
  const folder = apiFolder(root, place)
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder).filter((file) => file.endsWith('.api.d.ts'))
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}

/** The first line that differs, which is usually all that a reader needs. */
function firstDifference(before: string, after: string): string {
  const old = before.split('\n')
  const now = after.split('\n')
  const at = now.findIndex((line, index) => line !== old[index])
  const line = at === -1 ? now.length : at
  return `line ${line + 1}: was ${JSON.stringify(old[line] ?? '')}, is ${JSON.stringify(now[line] ?? '')}`
}

function differencesOf(place: Room, built: Reports, committed: Reports): string[] {
  const files = [...new Set([...built.keys(), ...committed.keys()])].sort()
  return files.flatMap((file) => {
    const before = committed.get(file)
    const after = built.get(file)
    if (before === after) return []
    const path = `packages/${place.folder}/api/${file}`
    if (before === undefined) return [`${path}: not committed`]
    if (after === undefined) return [`${path}: no such entry any more`]
    return [`${path}: ${firstDifference(before, after)}`]
  })
}

function write(root: string, place: Room, reports: Reports): void {
  const folder = apiFolder(root, place)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of reports) writeFileSync(join(folder, file), text)
}

/** Compares, and with `writing` brings the reports of announced packages up to date. */
export async function surface(root: string, writing: boolean): Promise<SurfaceFindings> {
  const { failures } = await build({ root, declarations: true })
  const unbuilt = [...failures.keys()].map((folder) => `${folder}: not built, surface unknown`)
  const places = rooms.filter(({ folder }) => !failures.has(folder))
  const announced = announcedPackages(root)
  const faults: string[] = [...unbuilt]
  const written: string[] = []
  let entries = 0
  for (const [place, reports] of builtReports(root, places)) {
    entries += reports.size
    const differences = differencesOf(place, reports, committedReports(root, place))
    const silent = !announced.has(place.name)
    if (differences.length > 0 && writing && !silent) {
      write(root, place, reports)
      written.push(place.folder)
    } else {
      faults.push(...differences)
    }
    if (silent && (differences.length > 0 || changedSinceRelease(root, place.folder))) {
      faults.push(`${place.folder}: no changeset names ${place.name}; add one (npm run changeset)`)
    } else if (differences.length > 0 && !writing) {
      faults.push(`${place.folder}: review, then node tools/run.mjs surface --write`)
    }
  }
  return { entries, written, faults }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { write: { type: 'boolean', default: false }, root: { type: 'string' } },
  })
  const findings = await surface(values.root ?? projectRoot(), values.write)
  for (const folder of findings.written) process.stdout.write(`written: packages/${folder}/api\n`)
  for (const fault of findings.faults) process.stderr.write(`${fault}\n`)
  process.stdout.write(`surface: ${findings.entries} entries, ${findings.faults.length} faults\n`)
  if (findings.faults.length > 0) process.exitCode = 1
}

if (isMain(import.meta.url)) await main()
