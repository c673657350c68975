/**
 * Breaks every guard of the house, in a copy, and expects that guard to notice: it must be green
 * before, red with the break, and what it prints must name the break. A guard without a break, and a
 * break without a guard, fail too. What a guard must let pass is tried as well.
 *
 * `--only id,id` tries some guards. Prints a table, then `N breaks noticed, N findings, N guards`.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { steps } from './check/steps.js'
import { copyOf } from './selftest/copy.js'
import { type Row, tryGuard } from './selftest/try-guard.js'
import { trials } from './selftest/trials.js'

const root = join(import.meta.dirname, '..')

/**
 * Two lanes, each with a copy of its own: guards that look at what is built share their builds, and
 * the others do not wait for them.
 */
function lanesOf(guards: readonly string[]): readonly (readonly string[])[] {
  const firstBuilt = steps.findIndex(({ id }) => id === 'build')
  const isBuilt = (guard: string) => steps.findIndex(({ id }) => id === guard) >= firstBuilt
  return [guards.filter((guard) => !isBuilt(guard)), guards.filter(isBuilt)]
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function tryLane(guards: readonly string[]): Promise<Row[]> {
  if (guards.length === 0) return []
  const rows: Row[] = []
  const copy = copyOf(root)
  try {
    for (const guard of guards) {
      const started = performance.now()
      const found = await tryGuard(copy, guard, trials[guard])
      rows.push(...found)
      const bad = found.filter((row) => !row.good).length
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      say(`${guard}: ${found.length - bad} as they should be, ${bad} findings, ${seconds} s`)
    }
  } finally {
    copy.dispose()
  }
  return rows
}

function table(rows: readonly Omit<Row, 'good'>[]): void {
  const guard = Math.max(...rows.map((row) => row.guard.length))
  const by = Math.max(...rows.map((row) => row.by.length))
  for (const row of rows) {
    say(`${row.guard.padEnd(guard)}  ${row.by.padEnd(by)}  ${row.verdict}`.trimEnd())
  }
}

function chosen(only: string | undefined): readonly string[] {
  const ids = steps.map((step) => step.id)
  if (only === undefined) return [...ids, ...Object.keys(trials).filter((id) => !ids.includes(id))]
  return only.split(',')
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const guards = chosen(values.only)
  const lanes = await Promise.all(lanesOf(guards).map(tryLane))
  const found = lanes.flat()
  const rows = guards.flatMap((guard) => found.filter((row) => row.guard === guard))
  say('')
  table([{ guard: 'guard', by: 'broken by', verdict: 'what it said' }, ...rows])
  const bad = rows.filter((row) => !row.good).length
  say('')
  say(`${rows.length - bad} breaks noticed, ${bad} findings, ${guards.length} guards`)
  if (bad > 0) process.exitCode = 1
}

await main()
