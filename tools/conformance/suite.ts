/** What a conformance suite is: cases made by others, each judged right or wrong. */

/** How one case came out. */
export interface CaseOutcome {
  readonly id: string
  readonly group?: string
  readonly outcome: 'right' | 'wrongly-accepted' | 'wrongly-refused' | 'crashed'
  readonly milliseconds: number
}

/** One row of a file, or one whole file, as a suite is given it. */
export interface Item {
  /** The row's own `id`, else its place in the folder. */
  readonly id: string
  readonly value: unknown
  /** Path of the file, for suites whose cases are pairs of files. */
  readonly file: string
}

/** A suite over files of the vector folder. */
export interface Suite {
  readonly name: string
  /** The folder below the vectors that it reads. */
  readonly folder: string
  /** Which files of that folder hold cases, by their path in it (with `/`). */
  readonly files: RegExp
  /** Each file is one item; otherwise each row of it is. */
  readonly whole?: boolean
  /** The cases of an item. What it throws, or yields as rejected, is a crashed case. */
  judge(item: Item): Iterable<Promise<CaseOutcome>>
}

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
