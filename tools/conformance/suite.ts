/** What a conformance suite is: cases made by others, each judged right or wrong. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How one case came out. `accepted`: the code took it; `expected`: it was to be taken. */
export interface CaseOutcome {
  readonly id: string
  readonly group?: string
  readonly outcome: 'right' | 'wrongly-accepted' | 'wrongly-refused' | 'crashed'
  readonly milliseconds: number
  /** Whether the case counts in its group only: it is of a profile that the suite is not about. */
  readonly apart?: boolean
}

/** A suite over files of the vector folder. */
export interface Suite {
  readonly name: string
  /** The folder below the vectors that it reads. */
  readonly folder: string
  run(folder: string): AsyncIterable<CaseOutcome> | Iterable<CaseOutcome>
}

/** Rows of a file of JSON lines. */
export function readLines<Row>(...path: readonly string[]): readonly Row[] {
  return readFileSync(join(...path), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
}

/** A JSON file. */
export function readJson<Value>(...path: readonly string[]): Value {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as Value
}

/** Whether a suite's folder is there. */
export const isThere = (vectors: string, suite: Suite): boolean =>
  existsSync(join(vectors, suite.folder))

/** Thrown by our code on purpose: a refusal. Anything else is a crash. */
function isRefusal(caught: unknown): boolean {
  return typeof (caught as { code?: unknown } | undefined)?.code === 'string'
}

/**
 * Judges one case. `attempt` returns whether it was accepted, or throws one of our errors to refuse.
 */
export async function judge(
  id: string,
  expected: boolean,
  attempt: () => boolean | Promise<boolean>,
  group?: string,
): Promise<CaseOutcome> {
  const started = performance.now()
  const done = (outcome: CaseOutcome['outcome']): CaseOutcome => ({
    id,
    outcome,
    milliseconds: performance.now() - started,
    ...(group === undefined ? {} : { group }),
  })
  try {
    const accepted = await attempt()
    if (accepted === expected) return done('right')
    return done(accepted ? 'wrongly-accepted' : 'wrongly-refused')
  } catch (caught) {
    if (!isRefusal(caught)) return done('crashed')
    return done(expected ? 'wrongly-refused' : 'right')
  }
}
