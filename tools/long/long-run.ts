/** What a long run is: numbered cases, each of which depends on the seed, the run and its number alone. */

/** How a case came out when nothing was wrong. */
export interface Outcome {
  /** `value`: the code gave an answer. `refused`: it threw one of our errors. */
  readonly end: 'value' | 'refused'
  /** What else there is to count: kills, records, requests. */
  readonly counts?: Readonly<Record<string, number>>
}

/** A run made ready in one process. */
export interface Opened {
  /** Runs one case. It throws when something that must hold does not. */
  readonly one: (index: number) => Promise<Outcome> | Outcome
  /** What else is to be said at the end, before it is closed. */
  readonly note?: () => string
  /** What a case is made of, as files by their names, for whoever wants to look at it. */
  readonly papers?: (index: number) => Readonly<Record<string, string>>
  readonly close?: () => Promise<void>
}

/** What the counts of a run come to, for a run whose counts are too many for a line. */
export interface Account {
  /** Stands for the counts in the table. */
  readonly short: string
  readonly lines: readonly string[]
  /** What is wrong with the run as a whole, though every case held. */
  readonly faults: readonly string[]
}

/** A run. Any of them can be run alone with `--only id`. */
export interface LongRun {
  /** Kebab-case and stable. */
  readonly id: string
  readonly title: string
  /** Cases of the whole run, at 100 %. */
  readonly cases: number
  /** At most so many processes share the cases. Default: as many as there are cores. */
  readonly processes?: number
  /** Milliseconds of this process's CPU that a case may take, twice in a row. Default 1,000. */
  readonly cpuMs?: number
  /** Milliseconds without a finished case after which the run is stuck. Default 300,000. */
  readonly patienceMs?: number
  /** How much the heap may have grown between a fifth of the run and its end. Default 16 MB. */
  readonly heapMb?: number
  /** Why it cannot be run here; undefined where it can. With `CI=true` or `TIEMCHUNG_REQUIRE=all` it fails then. */
  readonly absent?: () => string | undefined
  /** A run that cannot be opened here throws {@link Broken}. */
  readonly open: (seed: number) => Promise<Opened>
  /** Takes the counts of all parts; `isWhole`: every case of the run was in them. */
  readonly account?: (counts: Readonly<Record<string, number>>, isWhole: boolean) => Account
}

/** The usual ends of a case. */
export const value: Outcome = { end: 'value' }
export const refused: Outcome = { end: 'refused' }

/** Something that must hold and does not. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

/** Says that something must hold. */
export function must(holds: boolean, says: string): asserts holds {
  if (!holds) throw new Broken(says)
}
