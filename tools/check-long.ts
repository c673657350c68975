/**
 * `npm run check:long`: the fuzzing, kill and soak runs that do not fit in `npm test`.
 *
 * `--share 2%` runs a part of each, `--seed N` draws other cases, `--only id,id` chooses runs, `--list`
 * names them, `--case N` with one `--only` replays a case, and `--keep FOLDER` writes what it is made of. The
 * last line is `N passed, N failed, N skipped`, counted in runs.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { drive, type PartTally } from './long/drive.js'
import { hostWorld } from './long/host.js'
import type { LongRun } from './long/long-run.js'
import { casesAt, type LongOptions, parseOptions, runnable, UsageError } from './long/options.js'
import { type Job, runJobs } from './long/processes.js'
import { failuresOf, hasPassed, type RunTally, summaryOf } from './long/report.js'
import { longRuns } from './long/runs.js'

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function jobsOf(run: LongRun, { share, seed }: LongOptions, cores: number): readonly Job[] {
  const end = casesAt(run, share)
  const step = Math.min(run.processes ?? cores, cores, end)
  return Array.from({ length: step }, (_, first) => ({ run, part: { seed, first, step, end } }))
}

async function runAll(options: LongOptions): Promise<readonly RunTally[]> {
  const cores = availableParallelism()
  const jobs = options.runs.flatMap((run) => jobsOf(run, options, cores))
  const began = new Map<LongRun, number>()
  const parts = new Map<LongRun, PartTally[]>()
  const tallies: RunTally[] = []
  await runJobs(jobs, cores, {
    begins: ({ run }) => {
      if (!began.has(run)) began.set(run, performance.now())
    },
    ends: ({ run }, tally) => {
      const known = [...(parts.get(run) ?? []), tally]
      parts.set(run, known)
      if (known.length < jobs.filter((job) => job.run === run).length) return
      const seconds = (performance.now() - (began.get(run) ?? 0)) / 1000
      const whole: RunTally = { run, parts: known, seconds }
      tallies.push(whole)
      say(`${hasPassed(whole) ? 'ok    ' : 'FAILED'} ${run.id}: ${run.title}`)
      for (const line of failuresOf(whole, options.seed)) say(line)
    },
  })
  return tallies
}

function finish(tallies: readonly RunTally[], seed: number, skipped = 0): void {
  const { lines, exitCode } = summaryOf(tallies, seed, skipped)
  for (const line of lines) say(line)
  process.exitCode = exitCode
}

/** One case, in this process, so that a debugger can be put before it. */
async function replay(run: LongRun, seed: number, index: number): Promise<RunTally> {
  const started = performance.now()
  const part = { seed, first: index, step: 1, end: index + 1 }
  const tally = await drive(run, part, hostWorld())
  return { run, parts: [tally], seconds: (performance.now() - started) / 1000 }
}

/** Writes the papers of a case; most runs have none. */
async function keep(run: LongRun, seed: number, index: number, typed: string): Promise<void> {
  const folder = resolve(process.env['INIT_CWD'] ?? '.', typed)
  const opened = await run.open(seed)
  try {
    const papers = Object.entries(opened.papers?.(index) ?? {})
    if (papers.length === 0) throw new UsageError(`${run.id} has nothing to keep of a case`)
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of papers) writeFileSync(join(folder, name), text)
    say(`${papers.length} files in ${folder}`)
  } finally {
    await opened.close?.()
  }
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), longRuns)
  const [first] = options.runs
  if (options.list) {
    for (const run of options.runs) {
      say(`${run.id.padEnd(14)} ${String(run.cases).padStart(8)}  ${run.title}`)
    }
    return
  }
  if (options.only !== undefined && first !== undefined) {
    const { seed, only, keep: folder } = options
    if (folder !== undefined) await keep(first, seed, only, folder)
    finish([await replay(first, seed, only)], seed)
    return
  }
  say(`seed ${options.seed}, ${options.share * 100} % of all cases`)
  const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'
  const { here, absent } = runnable(options.runs, required)
  for (const { id, why } of absent) say(`skip   ${id}: ${why}`)
  finish(await runAll({ ...options, runs: here }), options.seed, absent.length)
}

try {
  await main()
} catch (caught) {
  if (!(caught instanceof UsageError)) throw caught
  process.stderr.write(`${caught.message}\n`)
  process.exitCode = 64
}
