/**
 * Reports: every check by a stable id, and one verdict, in the manner of ETSI EN 319 102-1.
 *
 * A check that was switched off or could not run is never `passed`, and a report whose required
 * checks did not all pass is never `valid`.
 */
import type { Params } from './catalogue.js'

/** `unknown`: it could not be decided. `skipped`: it was not asked for or does not apply. */
export type CheckStatus = 'passed' | 'failed' | 'unknown' | 'skipped'

/** The outcome of one check. */
export interface Check<Id extends string = string> {
  readonly id: Id
  readonly status: CheckStatus
  /** Why, as a stable word; absent when passed. */
  readonly reason?: string
  /** The clause that the check comes from. */
  readonly cite?: string
  /** What it was about, when there are several of a kind: `certificate[1]`. */
  readonly subject?: string
  readonly params?: Params
}

/** `indeterminate`: nothing is known to be wrong, and not everything is known to be right. */
export type Verdict = 'valid' | 'invalid' | 'indeterminate'

/** The answer of a verification. */
export interface Report<Id extends string = string> {
  readonly verdict: Verdict
  readonly checks: readonly Check<Id>[]
}

/** A check that passed. */
export function passed<Id extends string>(id: Id, details: Partial<Check<Id>> = {}): Check<Id> {
  return { ...details, id, status: 'passed' }
}

/** A check that failed, and why. */
export function failed<Id extends string>(
  id: Id,
  reason: string,
  details: Partial<Check<Id>> = {},
): Check<Id> {
  return { ...details, id, status: 'failed', reason }
}

/** A check that could not be decided, and why. */
export function unknown<Id extends string>(
  id: Id,
  reason: string,
  details: Partial<Check<Id>> = {},
): Check<Id> {
  return { ...details, id, status: 'unknown', reason }
}

/** A check that was not asked for or does not apply, and why. */
export function skipped<Id extends string>(
  id: Id,
  reason: string,
  details: Partial<Check<Id>> = {},
): Check<Id> {
  return { ...details, id, status: 'skipped', reason }
}

/**
 * The verdict that a list of checks allows: `invalid` when one failed, `indeterminate` when one is
 * unknown, when none passed, or when a required one passed for no subject, else `valid`.
 *
 * It does not establish that the list holds every check there should be: name them in `required`.
 *
 * @example
 * ```ts
 * import { passed, skipped, verdictOf } from '@tiemchung/core'
 * const checks = [passed('signature'), skipped('revocation', 'switched-off')]
 * verdictOf(checks) // => 'valid'
 * verdictOf(checks, ['signature', 'revocation']) // => 'indeterminate'
 * ```
 */
export function verdictOf<Id extends string>(
  checks: readonly Check<Id>[],
  required: readonly Id[] = [],
): Verdict {
  if (checks.some((check) => check.status === 'failed')) return 'invalid'
  const decided = checks.every(({ status }) => status === 'passed' || status === 'skipped')
  if (!decided || !checks.some((check) => check.status === 'passed')) {
    return 'indeterminate'
  }
  const all = required.every((id) =>
    checks.some((check) => check.id === id && check.status === 'passed'),
  )
  return all ? 'valid' : 'indeterminate'
}

/**
 * The checks that stand in the way of `valid`: those that failed or are unknown, else, when the verdict is
 * not `valid` all the same, those that were skipped. A required check that is missing is in no list.
 */
export function openChecks<Id extends string>(report: Report<Id>): readonly Check<Id>[] {
  const open = report.checks.filter(({ status }) => status === 'failed' || status === 'unknown')
  if (open.length > 0 || report.verdict === 'valid') return open
  return report.checks.filter(({ status }) => status === 'skipped')
}
