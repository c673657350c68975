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
  readonly close?: () => Promise<void>
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
  /** How much the heap may have grown between a fifth of the run and its end. Default 16 MB. */
  readonly heapMb?: number
  readonly open: (seed: number) => Promise<Opened>
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
