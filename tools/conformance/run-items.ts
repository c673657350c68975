import type { CaseOutcome, Item, Suite, SuiteWorld } from './suite.js'

/** A file or row that is not JSON: it counts as a case that crashed. */
export interface Unreadable {
  readonly unreadable: string
}

const crash = (id: string): CaseOutcome => ({ id, outcome: 'crashed', milliseconds: 0 })

/** The cases of items, one after another; one that crashes does not keep the others from being judged. */
export async function runItems(
  suite: Suite,
  items: readonly (Item | Unreadable)[],
  world: SuiteWorld,
): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = []
  for (const item of items) {
    if ('unreadable' in item) outcomes.push(crash(item.unreadable))
    else {
      try {
        for (const outcome of suite.judge(item, world)) outcomes.push(await outcome)
      } catch {
        outcomes.push(crash(item.id))
      }
    }
  }
  return outcomes
}
