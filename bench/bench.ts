import type { Entrant, Runner } from './contest.js'

/** One bench. */
export interface Bench {
  /** The floor first: what nobody can do without. Then what we do. */
  readonly ours: readonly Runner[]
  /** What a user would pick instead. */
  readonly peers: readonly Entrant[]
  /** Rounds, where a run takes long. */
  readonly rounds?: number
}
