/** Interleaved rounds: every runner in turn, round after round, so that a machine's mood falls on all alike. */
import type { PeerFolder } from './peers.js'

/** Something that does the job once. */
export interface Runner {
  readonly name: string
  readonly run: () => unknown
}

/** A runner that may turn out not to be there: a peer that is not installed, or does not load. */
export interface Entrant {
  readonly name: string
  /** The folder of peers that it is installed in. Default: the common one. */
  readonly from?: PeerFolder
  readonly enter: () => Runner['run']
}

/** Who was not measured, and why: named, never left out in silence. */
export interface Absentee {
  readonly name: string
  readonly reason: string
}

const firstLine = (error: unknown): string =>
  String((error as Error).message).split('\n', 1)[0] ?? ''

/** Those who can run, each tried once, and those who cannot. */
export async function muster(
  entrants: readonly Entrant[],
): Promise<{ readonly runners: readonly Runner[]; readonly absent: readonly Absentee[] }> {
  const runners: Runner[] = []
  const absent: Absentee[] = []
  for (const { name, enter } of entrants) {
    try {
      const run = enter()
      await run()
      runners.push({ name, run })
    } catch (error) {
      absent.push({ name, reason: firstLine(error) })
    }
  }
  return { runners, absent }
}

/** What a runner came to, against the first one. */
export interface Score {
  readonly name: string
  /** Median microseconds of one run. */
  readonly microseconds: number
  /** Median over the rounds of its time by the floor's of the same round. */
  readonly ratio: number
  /** The quarters of the rounds: half of the ratios lie between them. */
  readonly lowerQuarter: number
  readonly upperQuarter: number
  /** Its best round by the floor's best round: what is left when nobody else took the processor. */
  readonly best: number
  /** Median microseconds above the floor in the same round. */
  readonly over: number
}

/** Many short rounds: where others take the processor away, they spoil some rounds and not the median. */
const usualRounds = 151
const roundMs = 6
const warmUpMs = 200

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length * share)] ?? Number.NaN

const median = (values: readonly number[]): number => quantile(values, 0.5)

const hundredths = (value: number): number => Math.round(value * 100) / 100

/** Microseconds of one run, over as many as fit into a round. */
async function timeRound({ run }: Runner, milliseconds = roundMs): Promise<number> {
  const until = performance.now() + milliseconds
  const started = performance.now()
  let runs = 0
  do {
    await run()
    runs += 1
  } while (performance.now() < until)
  return ((performance.now() - started) * 1000) / runs
}

const tenths = (value: number): number => Math.round(value * 10) / 10

function scoreOf(name: string, own: readonly number[], floor: readonly number[]): Score {
  const against = (compare: (time: number, least: number) => number) =>
    own.map((time, round) => compare(time, floor[round] ?? Number.NaN))
  const ratios = against((time, least) => time / least)
  return {
    name,
    microseconds: tenths(median(own)),
    ratio: hundredths(median(ratios)),
    lowerQuarter: hundredths(quantile(ratios, 0.25)),
    upperQuarter: hundredths(quantile(ratios, 0.75)),
    best: hundredths(Math.min(...own) / Math.min(...floor)),
    over: tenths(median(against((time, least) => time - least))),
  }
}

/** Runs a contest; the first runner is the floor. */
export async function contest(
  runners: readonly Runner[],
  rounds: number = usualRounds,
): Promise<readonly Score[]> {
  for (const runner of runners) await timeRound(runner, warmUpMs)
  const times = runners.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, runner] of runners.entries()) {
      times[index]?.push(await timeRound(runner))
    }
  }
  const floor = times[0] ?? []
  return runners.map(({ name }, index) => scoreOf(name, times[index] ?? [], floor))
}
