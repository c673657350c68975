/** What failed, once more and in one place: the last thing before the count, for whoever reads only the end. */

/** One thing that failed, with everything that was said about it. */
export interface Failed {
  readonly what: string
  readonly says: readonly string[]
}

/** More than this many lines a failure stand further up. */
const most = 40

/** The heading that `.ci/run` looks for, the failures, and an empty line; nothing when nothing failed. */
export function whatFailed(all: readonly Failed[]): string[] {
  if (all.length === 0) return []
  const lines = all.flatMap(({ what, says }) => [
    `  ${what}`,
    ...says
      .filter((line) => line.trim() !== '')
      .slice(0, most)
      .map((line) => `    ${line}`),
  ])
  return ['What failed:', ...lines, '']
}
