import type { DayReport, DayTally } from '@tiemchung/schemas/wire'
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

/** Counts doses that are not done, by their reason. */
export function countOpen({ open }: Counting, key: string, times = 1): void {
  open[key] = (open[key] ?? 0) + times
}

/** Records that were entered, by where they stand. */
export type ByStanding = Map<Standing, number>

/** Counts a record by where it stands. */
export function countRecord(counts: ByStanding, standing: Standing): void {
  counts.set(standing, (counts.get(standing) ?? 0) + 1)
}

function addTo(tally: Counting, standing: Standing, times: number): void {
  tally.given += times
  tally.entered += times
  if (standing.complete) tally.complete += times
  if (standing.settled) tally.settled += times
  if (standing.signed) {
    tally.signed += times
    if (standing.sent) tally.sent += times
    if (standing.acknowledged) tally.acknowledged += times
  }
  if (standing.minuted && standing.acknowledged) tally.byMinutes += times
  if (standing.open !== undefined) countOpen(tally, standing.open.key, times)
}

/** The tally of what was counted. */
export function tallyOf(counts: ByStanding): Counting {
  const tally = emptyTally()
  for (const [standing, times] of counts) addTo(tally, standing, times)
  return tally
}

/** How many things are open, of all reasons. */
export const openOf = (open: DayTally['open']): number =>
  Object.values(open).reduce((sum, one) => sum + one, 0)

/** What of a day itself is open by its reason, with what its store could not read. */
export function openOfDay({
  open,
  unreadable = 0,
}: Pick<DayReport, 'open' | 'unreadable'>): DayTally['open'] {
  return unreadable === 0 ? open : { ...open, unreadable }
}

/** Reasons with the most open first, and then by name, so that a report has one text. */
export function sorted(open: DayTally['open']): Record<string, number> {
  const entries = Object.entries(open).sort(
    ([left, one], [right, other]) => other - one || (left < right ? -1 : 1),
  )
  return Object.fromEntries(entries)
}
