/**
 * `npm run bench [name…] [-- --json]`: medians and ratios of interleaved rounds, ours and others' in one
 * process. Ratios are to the first line, the floor; behind them the quarters of the rounds, best round by
 * best round, and the time above the floor. A peer that cannot be measured is named.
 *
 * `npm run bench hc1-verify-memory`, `hc1-sign-memory` and `import-csv-memory` (`-- --cases N`) take long and run only
 * when they are named: what the process holds after a tenth, a half and the whole of a long stream. So do
 * `find-duplicates`, a list of 100,000 in a process of its own, and `match-quality`, precision and recall.
 * So does `sign-load`, what signing costs the country on paper.
 * `npm run bench cohort-nation` (`-- --cases N`) sends 11.8 million children through, each way in a process of its own.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { answer } from './answer.js'
import { base45 } from './base45.js'
import type { Bench } from './bench.js'
import { clinicReport } from './clinic-report.js'
import { cohort } from './cohort.js'
import { enqueueInFile, enqueueInSqlite } from './enqueue.js'
import { type Absentee, contest, type Entrant, muster, type Score } from './contest.js'
import { list } from './crl.js'
import { draining } from './drain.js'
import { importCsv, importMemory } from './csv.js'
import { signing, verifying } from './hc1.js'
import { signingMany, verifyingMany } from './many.js'
import { type Watch, watch, watches } from './memory.js'
import { duplicatesOnce, matchOne } from './match.js'
import { confusionLines, matchQuality, qualityLines } from './match-quality.js'
import { nation } from './nation.js'
import { campaign2022, nationalLoad } from './national-load.js'
import { sizesOfRun } from './national-sizes.js'
import { loadTable } from './national-table.js'
import { inPage } from './page.js'
import { installPeers, type PeerFolder } from './peers.js'
import { signing as signDayBench, verifyingSigned } from './sign.js'
import { start } from './start.js'
import { path, warmPath } from './x509.js'

const benches: Readonly<Record<string, () => Bench | Promise<Bench>>> = {
  'hc1-verify': verifying,
  'hc1-sign': signing,
  'hc1-verify-many': verifyingMany,
  'hc1-sign-many': signingMany,
  base45,
  'x509-chain': path,
  'x509-warm': warmPath,
  'x509-crl': list,
  'import-csv': importCsv,
  sign: signDayBench,
  'sign-verify': verifyingSigned,
  'match-person': matchOne,
  'eligibility-answer': answer,
  'clinic-report': clinicReport,
  cohort,
  'clinic-drain': draining,
  start,
  'clinic-enqueue': enqueueInFile,
  'clinic-enqueue-sqlite': enqueueInSqlite,
}

/** Runs in a browser, not here. */
const pageBench = 'hc1-verify-page'
const benchNames = [...Object.keys(benches), pageBench]

interface Wish {
  readonly names: readonly string[]
  readonly json: boolean
  /** Items of a long stream. Default: as many as it has. */
  readonly cases: number | undefined
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}

const milli = (microseconds: number) =>
  Math.abs(microseconds) < 10_000
    ? `${microseconds.toFixed(1)} µs`
    : `${(microseconds / 1000).toFixed(1)} ms`

function row({ name, microseconds, ratio, lowerQuarter, upperQuarter, best, over }: Score): string {
  const time = milli(microseconds).padStart(12)
  const quarters = `(${lowerQuarter}–${upperQuarter}, best ${best})`
  return `  ${name.padEnd(38)} ${time}  ×${ratio.toFixed(2)}  ${quarters}  +${milli(over)}`
}

/** Runs in a process of its own, so that nothing else is counted. */
const onceNamed: Readonly<Record<string, (name: string, json: boolean) => void | Promise<void>>> = {
  'import-csv-memory': writeImport,
  'find-duplicates': writeDuplicates,
  'match-quality': writeQuality,
  'sign-load': writeLoad,
}
/** Eleven million children, each way in a process of its own. */
const nationBench = 'cohort-nation'
const allNames = [...benchNames, ...Object.keys(watches), ...Object.keys(onceNamed), nationBench]

function writeImport(name: string, json: boolean): void {
  const held = importMemory()
  const text = `${name}, ${held.rows} rows: peak ${held.peakMb} MB`
  write(json ? JSON.stringify({ bench: name, ...held }) : text)
}

function writeDuplicates(name: string, json: boolean): void {
  const held = duplicatesOnce()
  const peak = `peak ${held.peakMb} MB, ${held.peakOverNodeMb} MB over bare node`
  const text = `${name}, ${held.rows} rows: ${held.groups} groups, ${held.seconds} s, ${peak}`
  write(json ? JSON.stringify({ bench: name, ...held }) : text)
}

function writeQuality(name: string, json: boolean): void {
  if (!json) for (const line of confusionLines()) write(line)
  const found = matchQuality()
  if (typeof found === 'string') return write(`${name}: ${found}`)
  if (json) return write(JSON.stringify({ bench: name, ...found }))
  for (const [table, rows] of Object.entries(found)) {
    for (const line of qualityLines(table, rows)) write(line)
  }
}

async function writeLoad(name: string, json: boolean): Promise<void> {
  const sizes = await sizesOfRun()
  const rows = nationalLoad(sizes, campaign2022)
  if (json) return write(JSON.stringify({ bench: name, sizes, terms: campaign2022, rows }))
  write(`${name}, octets: ${JSON.stringify(sizes)}, given: ${JSON.stringify(campaign2022)}`)
  for (const language of ['en', 'vi'] as const) {
    for (const line of ['', ...loadTable(rows, campaign2022, language)]) write(line)
  }
}

/** What was asked for, or why it cannot be. */
function wishOf(args: readonly string[]): Wish | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, cases: { type: 'string' } },
    })
    const unknown = positionals.filter((name) => !allNames.includes(name))
    if (unknown.length > 0) {
      return `no bench called ${unknown.join(', ')}; there are: ${allNames.join(' ')}`
    }
    const cases = values.cases === undefined ? undefined : Number(values.cases)
    if (cases !== undefined && !(Number.isSafeInteger(cases) && cases > 0)) {
      return '--cases is a number of items'
    }
    const names = positionals.length === 0 ? benchNames : positionals
    return { names, json: values.json, cases }
  } catch (error) {
    return (error as Error).message
  }
}

function report(bench: string, scores: readonly Score[], absent: readonly Absentee[]): void {
  const [floor] = scores
  write(`${bench}, floor: ${floor?.name ?? '-'} (load ${loadavg()[0]?.toFixed(1) ?? '?'})`)
  for (const score of scores) write(row(score))
  for (const { name, reason } of absent) write(`  ${name.padEnd(38)} not measured: ${reason}`)
}

/** Peers that run, from the folders that they need; each that does not run is named with the reason. */
async function gather(peers: readonly Entrant[]) {
  const lacking = new Map<PeerFolder, string | undefined>()
  for (const { from = 'common' } of peers) {
    if (!lacking.has(from)) lacking.set(from, installPeers(from))
  }
  const reasonOf = ({ from = 'common' }: Entrant) => lacking.get(from)
  const { runners, absent } = await muster(peers.filter((one) => reasonOf(one) === undefined))
  const uninstalled = peers.flatMap((one) => {
    const reason = reasonOf(one)
    return reason === undefined ? [] : [{ name: one.name, reason }]
  })
  return { runners, absent: [...absent, ...uninstalled] }
}

type Result = { readonly scores: readonly Score[]; readonly absent: readonly Absentee[] }

/** The contest of a bench, in this process or, for the one that is about pages, in a page. */
async function resultOf(name: string): Promise<Result> {
  if (name === pageBench) {
    const scores = await inPage()
    return typeof scores === 'string'
      ? { scores: [], absent: [{ name: 'Chromium', reason: scores }] }
      : { scores, absent: [] }
  }
  const { ours, peers, rounds } = (await benches[name]?.()) ?? { ours: [], peers: [] }
  const { runners, absent } = await gather(peers)
  return { scores: await contest([...ours, ...runners], rounds), absent }
}

async function runBench(name: string, json: boolean): Promise<void> {
  const { scores, absent } = await resultOf(name)
  if (!json) return report(name, scores, absent)
  const floor = scores[0]?.name
  const load = loadavg()[0]
  write(JSON.stringify({ bench: name, node: process.version, load, floor, scores, absent }))
}

async function runWatch(
  name: string,
  one: Watch,
  { json, cases = one.cases }: Wish,
): Promise<void> {
  if (!json) write(`${name}, ${cases} items`)
  await watch(one, cases, (reading) => {
    const { done, peakMb, residentMb, heapMb } = reading
    const held = `peak ${peakMb} MB, resident ${residentMb} MB, heap ${heapMb} MB`
    write(json ? JSON.stringify({ bench: name, ...reading }) : `  ${done} done: ${held}`)
  })
}

async function main(): Promise<number> {
  const wish = wishOf(process.argv.slice(2))
  if (typeof wish === 'string') {
    process.stderr.write(`${wish}\n`)
    return 64
  }
  for (const name of wish.names) {
    const once = onceNamed[name]
    if (once !== undefined) {
      await once(name, wish.json)
      continue
    }
    if (name === nationBench) {
      for (const line of nation(wish.cases)) write(wish.json ? JSON.stringify(line) : line.says)
      continue
    }
    const watched = watches[name]
    if (watched === undefined) await runBench(name, wish.json)
    else await runWatch(name, watched, wish)
  }
  return 0
}

process.exitCode = await main()
