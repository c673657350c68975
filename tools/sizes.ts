/**
 * `node tools/run.mjs sizes`: what each entry costs in a browser (minified, gzip, all dependencies),
 * beside the committed `tools/check/sizes.json`; `--write` commits to the sizes of now.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtBundle, type Entry, entriesOf } from './bleed/bundle.js'
import { build, explain } from './build.js'
import { inLanes } from './check/lanes.js'
import { rooms } from './house.js'
import { isMain, projectRoot } from './tree.js'

/** Entry → bytes. */
export type Sizes = Readonly<Record<string, number>>

/** More than this above the committed size is a fault. */
const tolerance = 0.05

function fileOf(root: string): string {
  return join(root, 'tools', 'check', 'sizes.json')
}

export function committedSizes(root: string): Sizes {
  const file = fileOf(root)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Sizes) : {}
}

/** Entries whose size in a browser means something. */
export function browserEntries(): Entry[] {
  return rooms.filter((place) => place.nodeOnly !== true).flatMap(entriesOf)
}

/** Functions that many take alone: what the rest of their entry costs must not be theirs. */
const alone: readonly (readonly [string, string])[] = [
  ['certificates/verify', 'verifyCertificate'],
  ['certificates/issue', 'issueCertificate'],
  ['x509', 'verifyPath'],
  ['eligibility', 'evaluate'],
  ['eligibility/policies', 'covid19Children5To11'],
  ['schemas', 'doseRecordSchema'],
  ['schemas', 'parseWith'],
  ['schemas', 'nameFaults'],
  ['schemas/fhir', 'recordToFhir'],
  ['schemas/fhir', 'recordFromFhir'],
]

/** The browser bundle of each entry, and of the functions that are taken alone. */
export async function measuredSizes(root: string, entries: readonly Entry[]): Promise<Sizes> {
  const things = entries.flatMap((entry): readonly (readonly [string, Entry, string?])[] => [
    [entry.name, entry],
    ...alone
      .filter(([name]) => name === entry.name)
      .map(([name, word]) => [`${name} ${word}`, entry, word] as const),
  ])
  const bundles = await inLanes(things, ([, entry, word]) =>
    builtBundle(root, entry, 'browser', word),
  )
  return Object.fromEntries(things.map(([name], index) => [name, bundles[index]?.gzip ?? 0]))
}

/** Entries that grew past the tolerance, are new, or are gone. */
export function sizeFaults(committed: Sizes, measured: Sizes): string[] {
  const names = [...new Set([...Object.keys(committed), ...Object.keys(measured)])].sort()
  const advice = 'if that is meant, node tools/run.mjs sizes --write'
  return names.flatMap((name) => {
    const before = committed[name]
    const now = measured[name]
    if (now === undefined) return [`${name}: has a committed size but was not measured; ${advice}`]
    if (before === undefined) return [`${name}: ${now} bytes, no committed size; ${advice}`]
    if (now <= before * (1 + tolerance)) return []
    const grown = ((now / before - 1) * 100).toFixed(1)
    return [`${name}: ${before} to ${now} bytes, +${grown} %; ${advice}`]
  })
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { write: { type: 'boolean', default: false }, root: { type: 'string' } },
  })
  const root = values.root ?? projectRoot()
  const report = await build({ root, declarations: false })
  for (const line of explain(report)) process.stderr.write(`${line}\n`)
  const entries = browserEntries().filter(({ place }) => !report.failures.has(place.folder))
  const measured = await measuredSizes(root, entries)
  const committed = committedSizes(root)
  for (const [name, bytes] of Object.entries(measured)) {
    process.stdout.write(
      `${name.padEnd(38)} ${String(bytes).padStart(8)}  was ${committed[name]}\n`,
    )
  }
  if (values.write && report.failures.size === 0) {
    writeFileSync(fileOf(root), `${JSON.stringify(measured, null, 2)}\n`)
  } else if (sizeFaults(committed, measured).length > 0) {
    process.exitCode = 1
  }
}

if (isMain(import.meta.url)) await main()
