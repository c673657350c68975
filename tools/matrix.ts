/**
 * `npm run test:matrix`: the unit tests and the installed tarballs on every Node that is supported,
 * each fetched from npm. Prints a table; the last line is `N passed, N failed, N skipped`.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { run } from './check/command.js'
import type { Tally } from './check/step.js'
import { resultOf, vitest } from './check/vitest-run.js'
import { whatFailed } from './check/what-failed.js'
import { runScript } from './consumers/run.js'
import { stageConsumers } from './consumers/stage.js'
import { npm } from './pack/install.js'
import { projectRoot } from './tree.js'

/** The even releases from the floor of `engines` on. */
const supported = ['20', '22', '24']

interface Row {
  readonly node: string
  readonly what: string
  readonly tally: Tally
  readonly said: string
  /** What failed, and why tests were skipped. */
  readonly details: readonly string[]
  readonly seconds: number
}

/** What one kind of test came to. */
type Result = Pick<Row, 'tally' | 'said' | 'details'>

const failure: Tally = { passed: 0, failed: 1, skipped: 0 }
const success: Tally = { passed: 1, failed: 0, skipped: 0 }

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/**
 * The package that holds the executable for this machine. The package `node` itself only fetches this
 * one, by an install script, which npm no longer runs unasked.
 */
function nodePackage(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const kind = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  return `${kind}-${platform}-${process.arch}`
}

/** The executable of the newest release of a line; installed once, below `out`. */
async function executableOf(root: string, line: string): Promise<string> {
  const folder = join(root, 'out', 'node', line)
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const executable = join(folder, 'node_modules', nodePackage(), 'bin', binary)
  if (existsSync(executable)) return executable
  mkdirSync(folder, { recursive: true })
  const wanted = `${nodePackage()}@${line}`
  const flags = ['--no-save', '--ignore-scripts', '--prefix', folder]
  const faults = await npm(folder, ['install', wanted, ...flags])
  if (faults.length > 0 || !existsSync(executable)) {
    throw new Error(`${wanted} cannot be installed: ${faults.join(' ')}`)
  }
  return executable
}

async function versionOf(root: string, executable: string): Promise<string> {
  return (await run(executable, ['--version'], { cwd: root })).stdout.trim()
}

/** All tests of the workspace; what failed, and why tests were skipped, is printed. */
async function unitTests(root: string, executable: string): Promise<Result> {
  // Once more on a PostgreSQL server is once for all: `npm test` does it, and the server is the same under every Node.
  const how = ['--coverage.enabled=false', '--project=!postgres']
  const ended = await vitest({ root }, 'matrix', how, executable)
  const { summary, details = [], tests } = resultOf(ended, [])
  for (const line of details) say(`    ${line}`)
  const said = tests === undefined ? summary : `${ended.run?.files ?? 0} files`
  return { tally: tests ?? failure, said, details }
}

async function timed(node: string, what: string, work: () => Promise<Result>): Promise<Row> {
  const started = performance.now()
  const result = await work().catch((error: unknown): Result => {
    return { tally: failure, said: (error as Error).message, details: [] }
  })
  const row = { node, what, ...result, seconds: (performance.now() - started) / 1000 }
  say(lineOf(row))
  return row
}

function lineOf({ node, what, tally, said, seconds }: Row): string {
  const counts = `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`
  const time = `${seconds.toFixed(1)} s`.padStart(8)
  return `${node.padEnd(10)} ${what.padEnd(6)} ${time}  ${counts}  ${said}`
}

async function rowsOf(root: string, line: string, folder: string | undefined): Promise<Row[]> {
  let executable: string
  let version: string
  try {
    executable = await executableOf(root, line)
    version = await versionOf(root, executable)
  } catch (error) {
    return [await timed(`v${line}`, 'node', () => Promise.reject(error))]
  }
  const rows = [await timed(version, 'unit', () => unitTests(root, executable))]
  for (const consumer of ['esm', 'cjs'] as const) {
    const row = await timed(version, consumer, async () => {
      const absent = { tally: failure, said: 'the tarballs are not installed', details: [] }
      if (folder === undefined) return absent
      const { said, faults } = await runScript(folder, consumer, executable)
      if (faults.length === 0) return { tally: success, said, details: [] }
      return { tally: failure, said: 'a script of a consumer', details: faults }
    })
    rows.push(row)
  }
  return rows
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { root: { type: 'string' }, node: { type: 'string', multiple: true } },
  })
  const root = values.root ?? projectRoot()
  const stage = await stageConsumers(root)
  for (const fault of stage.faults) say(fault)
  const folder = stage.faults.length === 0 ? stage.folder : undefined
  const rows: Row[] = []
  for (const line of values.node ?? supported) rows.push(...(await rowsOf(root, line, folder)))
  say('')
  for (const row of rows) say(lineOf(row))
  const sum = (key: keyof Tally) => rows.reduce((total, { tally }) => total + tally[key], 0)
  say('')
  const failed = rows.filter(({ tally }) => tally.failed > 0)
  const told = failed.map((row) => {
    const says = row.details.filter((line) => !line.startsWith('skipped: '))
    return { what: lineOf(row), says }
  })
  for (const line of whatFailed(told)) say(line)
  say(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
  if (sum('failed') > 0) process.exitCode = 1
}

await main()
