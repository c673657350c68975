/** Tallies of parts into one of the run, and into the lines of the table. */
import { whatFailed } from '../check/what-failed.js'
import type { PartTally } from './drive.js'
import type { Account, LongRun } from './long-run.js'

/** What a run came to, over all its parts. */
export interface RunTally {
  readonly run: LongRun
  readonly parts: readonly PartTally[]
  readonly seconds: number
}

const sum = (parts: readonly PartTally[], of: (part: PartTally) => number): number =>
  parts.reduce((total, part) => total + of(part), 0)

function summed(parts: readonly PartTally[]): Readonly<Record<string, number>> {
  const names = [...new Set(parts.flatMap((part) => Object.keys(part.counts)))]
  return Object.fromEntries(
    names.map((name) => [name, sum(parts, (part) => part.counts[name] ?? 0)]),
  )
}

/** What the run says of its counts itself, if it says anything. */
function accountOf({ run, parts }: RunTally): Account | undefined {
  return run.account?.(summed(parts), sum(parts, (part) => part.cases) === run.cases)
}

/** Whether everything held. A run without a case is not a run. */
export function hasPassed(tally: RunTally): boolean {
  const { parts } = tally
  const held = sum(parts, (part) => part.cases) > 0 && sum(parts, (part) => part.failed) === 0
  return held && (accountOf(tally)?.faults ?? []).length === 0
}

function countsOf(tally: RunTally): string {
  const counts = Object.entries(summed(tally.parts)).map(([name, count]) => `${count} ${name}`)
  const account = accountOf(tally)
  const notes = new Set(tally.parts.map((part) => part.note))
  const said = account === undefined ? counts : [account.short]
  return [...said, ...notes].filter((one) => one !== '').join(', ')
}

function slowest(parts: readonly PartTally[]): PartTally | undefined {
  return [...parts].sort((one, other) => other.slowestMs - one.slowestMs)[0]
}

const heading = ['run', 'cases', 'answered', 'refused', 'failed', 'slowest', 'heap MB', 'time', '']

function rowOf(tally: RunTally): string[] {
  const { run, parts, seconds } = tally
  const slow = slowest(parts)
  const heap = (index: 0 | 1) => Math.max(...parts.map((part) => part.heapMb[index])).toFixed(1)
  return [
    run.id,
    String(sum(parts, (part) => part.cases)),
    String(sum(parts, (part) => part.values)),
    String(sum(parts, (part) => part.refused)),
    String(sum(parts, (part) => part.failed)),
    slow === undefined ? '' : `${slow.slowestMs.toFixed(0)} ms #${slow.slowestCase}`,
    `${heap(0)} > ${heap(1)}`,
    `${seconds.toFixed(0)} s`,
    countsOf(tally),
  ]
}

/** The table: one line a run. Milliseconds are of CPU; the heap is after a fifth and at the end. */
function tableOf(tallies: readonly RunTally[]): string[] {
  const rows = [heading, ...tallies.map(rowOf)]
  const widths = heading.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
  const last = heading.length - 1
  return rows.map((row) =>
    row
      .map((cell, at) =>
        at === 0 || at === last ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

/** What failed in a run, and how each case comes again. */
export function failuresOf(tally: RunTally, seed: number): string[] {
  const { run, parts } = tally
  const cases = parts
    .flatMap((part) => part.failures)
    .sort((one, other) => one.index - other.index)
    .flatMap(({ index, says }) => [
      `${run.id} case ${index}: ${says}`,
      `    npm run check:long -- --only ${run.id} --seed ${seed} --case ${index}`,
    ])
  return [...cases, ...(accountOf(tally)?.faults ?? []).map((says) => `${run.id}: ${says}`)]
}

/** The account of a run at length, under its id. */
function linesOf(tally: RunTally): string[] {
  const lines = accountOf(tally)?.lines ?? []
  return lines.length === 0 ? [] : [`${tally.run.id}:`, ...lines, '']
}

/** What is printed at the end, runs that could not be run here counted as skipped, its last line the count of runs, and what the process ends with. */
export function summaryOf(
  tallies: readonly RunTally[],
  seed: number,
  skipped = 0,
): { readonly lines: readonly string[]; readonly exitCode: 0 | 1 } {
  const failed = tallies.filter((tally) => !hasPassed(tally))
  const told = failed.map((tally) => ({ what: tally.run.id, says: failuresOf(tally, seed) }))
  const lines = [
    '',
    ...tallies.flatMap(linesOf),
    ...tableOf(tallies),
    '',
    ...whatFailed(told),
    `${tallies.length - failed.length} passed, ${failed.length} failed, ${skipped} skipped`,
  ]
  return { lines, exitCode: failed.length === 0 && tallies.length + skipped > 0 ? 0 : 1 }
}
