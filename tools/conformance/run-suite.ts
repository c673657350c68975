import { join } from 'node:path'
import { type Exception, exceptions, fewExcepted, mostExcepted } from './exceptions.js'
import type { CaseOutcome, Suite } from './suite.js'

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
  const present = excepted.filter((one) => byId.has(one.id)).length
  if (present > Math.max(fewExcepted, outcomes.length * mostExcepted))
    faults.push(`${suite.name}: too many exceptions`)
  return faults
}

/** Runs a suite over a vector folder. */
export async function runSuite(suite: Suite, vectors: string): Promise<SuiteRun> {
  const all: CaseOutcome[] = []
  for await (const outcome of suite.run(join(vectors, suite.folder))) all.push(outcome)
  const outcomes = all.filter((one) => one.apart !== true)
  const excepted = exceptions.filter((one) => one.suite === suite.name)
  const count = (kind: CaseOutcome['outcome']) =>
    outcomes.filter((one) => one.outcome === kind).length
  const groups = groupsOf(all)
  const slowest = Math.max(0, ...outcomes.map((one) => one.milliseconds))
  const result: SuiteResult = {
    suite: suite.name,
    cases: outcomes.length,
    right: count('right'),
    wronglyAccepted: count('wrongly-accepted'),
    wronglyRefused: count('wrongly-refused'),
    crashed: count('crashed'),
    exceptions: excepted.length,
    slowestMs: Math.round(slowest * 100) / 100,
    ...(groups === undefined ? {} : { groups }),
  }
  return { result, faults: faultsOf(suite, outcomes, excepted) }
}
