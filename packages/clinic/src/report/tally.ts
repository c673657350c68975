import type { DayTally } from '@tiemchung/schemas/wire'
import type { Standing } from '../next-step/standing.js'

/** A tally while it is counted. */
export type Counting = { -readonly [Name in keyof DayTally]: DayTally[Name] }

/** A tally of nothing. */
export function emptyTally(): Counting {
  return {
    given: 0,
    entered: 0,
    complete: 0,
    settled: 0,
    signed: 0,
    byMinutes: 0,
    sent: 0,
    acknowledged: 0,
    open: {},
  }
}

/** Counts a dose that is not done, by its reason. */
export function countOpen({ open }: Counting, key: string): void {
  open[key] = (open[key] ?? 0) + 1
}

/** Counts a record that was entered. */
export function countRecord(tally: Counting, standing: Standing): void {
  tally.given += 1
  tally.entered += 1
  if (standing.complete) tally.complete += 1
  if (standing.settled) tally.settled += 1
  if (standing.signed) {
    tally.signed += 1
    if (standing.sent) tally.sent += 1
    if (standing.acknowledged) tally.acknowledged += 1
  }
  if (standing.minuted && standing.acknowledged) tally.byMinutes += 1
  if (standing.open !== undefined) countOpen(tally, standing.open.key)
}

/** How many things are open, of all reasons. */
export const openOf = (open: DayTally['open']): number =>
  Object.values(open).reduce((sum, one) => sum + one, 0)

/** Reasons with the most open first, and then by name, so that a report has one text. */
export function sorted(open: DayTally['open']): Record<string, number> {
  const entries = Object.entries(open).sort(
    ([left, one], [right, other]) => other - one || (left < right ? -1 : 1),
  )
  return Object.fromEntries(entries)
}
