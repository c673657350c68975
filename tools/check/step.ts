/** What a check step is: the words that the runner and every step share. */

/** Cases that a step counted, for the steps that run tests. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** How a step ended. Unknown is not passed: a step that could not look says `failed` or `skipped`. */
export interface StepResult {
  readonly status: 'passed' | 'failed' | 'skipped'
  /** One line for the summary: what was looked at, or what is wrong. */
  readonly summary: string
  /** Everything a reader needs to repair it; printed below the step. */
  readonly details?: readonly string[]
  /** Only steps that run tests: a step without one counts as one case. */
  readonly tests?: Tally
}

/** What a step is given. */
export interface CheckContext {
  /** The tree that is checked; never assume that it is the tree the tool lives in. */
  readonly root: string
  /** True with `CI=true` or `TIEMCHUNG_REQUIRE=all`: absent vectors or tools are failures, not skips. */
  readonly requireAll: boolean
  /** Prints a line of progress at once. */
  readonly say: (line: string) => void
}

/** One check. Steps are independent: any can be run alone with `--only id`. */
export interface Step {
  /** Kebab-case and stable; used by `--only`. */
  readonly id: string
  readonly title: string
  run(context: CheckContext): Promise<StepResult>
}

export function passedStep(summary: string, details: readonly string[] = []): StepResult {
  return { status: 'passed', summary, details }
}

export function failedStep(summary: string, details: readonly string[] = []): StepResult {
  return { status: 'failed', summary, details }
}

/** For what cannot be looked at here: a failure where everything is required. */
export function absentStep(context: CheckContext, summary: string): StepResult {
  return { status: context.requireAll ? 'failed' : 'skipped', summary }
}
