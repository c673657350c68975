import type { Truth, TrueChild } from '../generate/truth.js'
import type { Platform } from './platform.js'

/** What all parts of the demo share. */
export interface Stage {
  readonly truth: Truth
  /** The true child behind a key: what the staff see on the child's papers. */
  readonly child: (key: string) => TrueChild
  readonly platform: Platform
  /** Folder into which everything is written. */
  readonly out: string
  /** Says a step's outcome, in the language of the run. */
  readonly say: (step: string, vi: string, en: string) => void
  readonly progress: (label: string, done: number, total: number) => void
}
