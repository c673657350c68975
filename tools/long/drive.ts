/** Runs a part of the cases of a run in this process, and counts. */
import { Broken, type LongRun, type Opened, type Outcome } from './long-run.js'

/** Which cases: every `step`-th from `first` on, below `end`. */
export interface Part {
  readonly seed: number
  readonly first: number
  readonly step: number
  readonly end: number
}

/** A case in which something did not hold. */
export interface Failure {
  readonly index: number
  readonly says: string
}

/** What a part came to. */
export interface PartTally {
  readonly cases: number
  readonly values: number
  readonly refused: number
  readonly failed: number
  /** The first of them. */
  readonly failures: readonly Failure[]
  readonly counts: Readonly<Record<string, number>>
  readonly note: string
  readonly slowestMs: number
  readonly slowestCase: number
  /** Heap in use after a collection, in megabytes: after a fifth of the cases and at the end. */
  readonly heapMb: readonly [number, number]
}

/** What the driver needs of its process. */
export interface DriveWorld {
  /** Milliseconds of CPU that this process has used. */
  readonly cpuMs: () => number
  /** Megabytes of heap in use after a collection. */
  readonly heapMb: () => number
  /** Rejections that nobody waited for since the last call. */
  readonly strays: () => readonly string[]
  readonly progress?: (index: number) => void
}

/** Failures that are told in full; the others are counted. */
const told = 10
/** Cases between two breaths, in which messages and stray rejections come in. */
const breath = 200

function sentenceOf(caught: unknown): string {
  if (!(caught instanceof Error)) return `threw ${String(caught)}`
  const { name, message, stack = '' } = caught
  const where = stack.split('\n').find((line) => /^\s+at (?!.*<anonymous>)/.test(line)) ?? ''
  return `${name}: ${message}${name === 'Broken' ? '' : ` ${where.trim()}`}`.slice(0, 600)
}

class Count {
  cases = 0
  values = 0
  refused = 0
  failed = 0
  slowestMs = 0
  slowestCase = -1
  readonly failures: Failure[] = []
  readonly counts: Record<string, number> = {}

  take(outcome: Outcome): void {
    if (outcome.end === 'value') this.values += 1
    else this.refused += 1
    for (const [name, count] of Object.entries(outcome.counts ?? {})) {
      this.counts[name] = (this.counts[name] ?? 0) + count
    }
  }

  fail(index: number, says: string): void {
    this.failed += 1
    if (this.failures.length < told) this.failures.push({ index, says })
  }
}

/** Runs a case and gives the CPU that it took; one that took too long is run once more. */
async function timed(
  opened: Opened,
  index: number,
  limit: number,
  world: DriveWorld,
): Promise<{ outcome: Outcome; ms: number }> {
  const once = async () => {
    const started = world.cpuMs()
    const outcome = await opened.one(index)
    return { outcome, ms: world.cpuMs() - started }
  }
  const first = await once()
  if (first.ms <= limit) return first
  const second = await once()
  return second.ms < first.ms ? second : first
}

async function oneCase(
  run: LongRun,
  opened: Opened,
  index: number,
  count: Count,
  world: DriveWorld,
): Promise<void> {
  const limit = run.cpuMs ?? 1000
  count.cases += 1
  try {
    const { outcome, ms } = await timed(opened, index, limit, world)
    if (ms > count.slowestMs) [count.slowestMs, count.slowestCase] = [ms, index]
    if (ms > limit) count.fail(index, `took ${Math.round(ms)} ms of CPU, twice`)
    else count.take(outcome)
  } catch (caught) {
    count.fail(index, sentenceOf(caught))
  }
}

const pause = () => new Promise((resolve) => setImmediate(resolve))

/** A part of which no case was run, and why. */
export const withoutCases = ({ first }: Part, says: string): PartTally => ({
  cases: 0,
  values: 0,
  refused: 0,
  failed: 1,
  failures: [{ index: first, says }],
  counts: {},
  note: '',
  slowestMs: 0,
  slowestCase: -1,
  heapMb: [0, 0],
})

/** Runs a part. The run is opened here and closed again. */
export async function drive(run: LongRun, part: Part, world: DriveWorld): Promise<PartTally> {
  try {
    return await driveOpened(run, await run.open(part.seed), part, world)
  } catch (caught) {
    if (caught instanceof Broken) return withoutCases(part, caught.message)
    throw caught
  }
}

async function driveOpened(
  run: LongRun,
  opened: Opened,
  part: Part,
  world: DriveWorld,
): Promise<PartTally> {
  const count = new Count()
  const { first, step, end } = part
  const mine = Math.max(0, Math.ceil((end - first) / step))
  const warm = Math.floor(mine / 5)
  let heapBefore = 0
  let heapAfter = 0
  let note = ''
  try {
    for (let done = 0; done < mine; done += 1) {
      const index = first + done * step
      if (done === warm) heapBefore = world.heapMb()
      await oneCase(run, opened, index, count, world)
      world.progress?.(index)
      if (done % breath !== 0 && done + 1 !== mine) continue
      await pause()
      for (const says of world.strays()) count.fail(index, `nobody waited for: ${says}`)
    }
    heapAfter = world.heapMb()
    note = opened.note?.() ?? ''
  } finally {
    await opened.close?.()
  }
  const heapMb = [heapBefore, heapAfter] as const
  const grown = heapMb[1] - heapMb[0]
  const most = run.heapMb ?? 16
  if (grown > most) count.fail(first, `the heap grew by ${Math.round(grown)} MB in ${mine} cases`)
  const { cases, values, refused, failed, failures, counts, slowestMs, slowestCase } = count
  return {
    cases,
    values,
    refused,
    failed,
    failures,
    counts,
    note,
    slowestMs,
    slowestCase,
    heapMb,
  }
}
