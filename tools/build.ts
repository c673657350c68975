/**
 * `npm run build`: every room into `packages/<room>/dist`, as ES modules and CommonJS, with
 * declarations for both.
 *
 * `--js` leaves the declarations out, which is what running needs; `--root DIR` builds another copy
 * of the tree; names of rooms build only those. A room whose sources did not change is left alone.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { declare } from './build/declare.js'
import { binEntries, platformEntries, publicEntries } from './build/plan.js'
import { type Finished, runJobs } from './build/pool.js'
import { type Half, inputsOf, isFresh, remember } from './build/state.js'
import { room, type Room, rooms } from './house.js'
import { isMain, projectRoot } from './tree.js'

export interface BuildOptions {
  readonly root: string
  readonly declarations: boolean
  /** Folders of the rooms to build; all by default. */
  readonly folders?: readonly string[]
  readonly say?: (line: string) => void
}

export interface BuildReport {
  readonly built: number
  readonly fresh: number
  /** Folder of a room → why it could not be built. */
  readonly failures: ReadonlyMap<string, readonly string[]>
}

function missingSources(root: string, place: Room): string[] {
  const wanted = { ...publicEntries(place), ...platformEntries(place), ...binEntries(place) }
  return Object.values(wanted)
    .filter((file) => !existsSync(join(root, 'packages', place.folder, file)))
    .map((file) => `${file} does not exist`)
}

/** Builds what is not fresh. A room that fails does not keep the others from being built. */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const { root, say = () => {} } = options
  const failures = new Map<string, string[]>()
  const halves: Half[] = options.declarations ? ['javascript', 'declarations'] : ['javascript']
  const chosen = options.folders?.map(room) ?? rooms
  for (const place of chosen) {
    const missing = missingSources(root, place)
    if (missing.length > 0) failures.set(place.folder, missing)
  }
  const possible = chosen.filter((place) => !failures.has(place.folder))
  const all = halves.flatMap((half) => possible.map(({ folder }) => ({ root, folder, half })))
  const stale = all.filter(({ folder, half }) => !isFresh(root, room(folder), half))
  const inputs = new Map(stale.map((job) => [job, inputsOf(root, room(job.folder), job.half)]))
  const undeclared = stale.filter(({ half }) => half === 'declarations')
  const wrong = declare(
    root,
    undeclared.map(({ folder }) => room(folder)),
  )
  for (const { folder } of undeclared) {
    const errors = wrong.get(folder)
    if (errors !== undefined) failures.set(folder, errors)
  }
  const jobs = stale.filter(({ folder, half }) => half === 'javascript' || !wrong.has(folder))
  await runJobs(jobs, ({ job, seconds, errors }: Finished) => {
    say(`${job.folder} ${job.half} ${seconds.toFixed(1)} s${errors.length > 0 ? ' FAILED' : ''}`)
    const place = room(job.folder)
    if (errors.length === 0) remember(root, place, job.half, inputs.get(job) ?? '')
    else failures.set(job.folder, [...(failures.get(job.folder) ?? []), ...errors])
  })
  return { built: jobs.length, fresh: all.length - jobs.length, failures }
}

/** The reasons of all failures, a line each, for a reader. */
export function explain(report: BuildReport): string[] {
  return [...report.failures].flatMap(([folder, reasons]) =>
    reasons.map((reason) => `${folder}: ${reason}`),
  )
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { js: { type: 'boolean', default: false }, root: { type: 'string' } },
  })
  const started = performance.now()
  const report = await build({
    root: values.root ?? projectRoot(),
    declarations: !values.js,
    ...(positionals.length === 0 ? {} : { folders: positionals }),
    say: (line) => process.stdout.write(`${line}\n`),
  })
  for (const line of explain(report)) process.stderr.write(`${line}\n`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(
    `build: ${report.built} built, ${report.fresh} unchanged, ${report.failures.size} rooms failed, ${seconds} s\n`,
  )
  if (report.failures.size > 0) process.exitCode = 1
}

if (isMain(import.meta.url)) await main()
