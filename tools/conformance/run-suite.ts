import { join } from 'node:path'
import { type Exception, mostExcepted } from './exceptions.js'
import { filesOf, itemsOf } from './read-items.js'
import { runItems, type Unreadable } from './run-items.js'
import type { CaseOutcome, Item, Suite, SuiteWorld } from './suite.js'

/** What a suite came to: the JSON of one line. */
export interface SuiteResult {
  readonly suite: string
  readonly cases: number
  readonly right: number
  readonly wronglyAccepted: number
  readonly wronglyRefused: number
  readonly crashed: number
  readonly exceptions: number
  readonly slowestMs: number
  readonly groups?: Readonly<Record<string, { cases: number; right: number }>>
}

/** A suite's result and everything that makes it fail. */
export interface SuiteRun {
  readonly result: SuiteResult
  /** Id of the case that took longest. */
  readonly slowest: string
  readonly faults: readonly string[]
}

function groupsOf(outcomes: readonly CaseOutcome[]): SuiteResult['groups'] {
  const groups: Record<string, { cases: number; right: number }> = {}
  for (const { group, outcome } of outcomes) {
    if (group === undefined) continue
    const tally = (groups[group] ??= { cases: 0, right: 0 })
    tally.cases += 1
    if (outcome === 'right') tally.right += 1
  }
  return Object.keys(groups).length === 0 ? undefined : groups
}

function faultsOf(
  suite: Suite,
  outcomes: readonly CaseOutcome[],
  excepted: readonly Exception[],
): string[] {
  const byId = new Map(outcomes.map((one) => [one.id, one]))
  const allowed = new Set(excepted.map((one) => one.id))
  const faults = outcomes
    .filter((one) => one.outcome !== 'right' && !allowed.has(one.id))
    .map((one) => `${suite.name}: ${one.id}: ${one.outcome}`)
  for (const { id } of excepted) {
    if (byId.get(id)?.outcome === 'right') faults.push(`${suite.name}: ${id}: stale exception`)
  }
  if (outcomes.length === 0) faults.push(`${suite.name}: no case was found`)
  if (excepted.length > outcomes.length * mostExcepted) {
    faults.push(
      `${suite.name}: too many exceptions: ${excepted.length} of ${outcomes.length} cases`,
    )
  }
  return faults
}

/** Groups that do not hold as many cases as they should. */
function countFaults({ name, counts }: Suite, groups: SuiteResult['groups']): string[] {
  return Object.entries(counts ?? {}).flatMap(([group, wanted]) => {
    const found = groups?.[group]?.cases ?? 0
    return found === wanted ? [] : [`${name}: ${group} holds ${found} cases, not ${wanted}`]
  })
}

/** Every case in the folder, one after another. */
function itemsIn(suite: Suite, vectors: string): (Item | Unreadable)[] {
  return filesOf(vectors, suite).flatMap((file) =>
    itemsOf(join(vectors, suite.folder), file, suite.whole === true),
  )
}

/** Runs a suite over a vector folder, with the cases that are known to come out wrong. */
export async function runSuite(
  suite: Suite,
  vectors: string,
  exceptions: readonly Exception[],
  world: SuiteWorld,
): Promise<SuiteRun> {
  const all = await runItems(suite, itemsIn(suite, vectors), world)
  // A crash is ours, whatever the case is about.
  const outcomes = all.filter((one) => one.apart !== true || one.outcome === 'crashed')
  const ids = new Set(outcomes.map(({ id }) => id))
  const excepted = exceptions.filter((one) => one.suite === suite.name && ids.has(one.id))
  const count = (kind: CaseOutcome['outcome']) =>
    outcomes.filter((one) => one.outcome === kind).length
  const groups = groupsOf(all)
  const [slowest] = [...outcomes].sort((left, right) => right.milliseconds - left.milliseconds)
  const result: SuiteResult = {
    suite: suite.name,
    cases: outcomes.length,
    right: count('right'),
    wronglyAccepted: count('wrongly-accepted'),
    wronglyRefused: count('wrongly-refused'),
    crashed: count('crashed'),
    exceptions: excepted.length,
    slowestMs: Math.round((slowest?.milliseconds ?? 0) * 100) / 100,
    ...(groups === undefined ? {} : { groups }),
  }
  const faults = [...faultsOf(suite, outcomes, excepted), ...countFaults(suite, groups)]
  return { result, slowest: slowest?.id ?? '', faults }
}
