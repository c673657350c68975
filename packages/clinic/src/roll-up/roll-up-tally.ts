import { type CivilDate, formatInstant, parseInstant, startOfDay } from '@tiemchung/core'
import type { DayReport } from '@tiemchung/schemas/wire'
import { allOpen } from '../day/close.js'
import type { ExpectedFacility, Placement } from './expected-facility.js'

/** How facilities stand. Vaccinating = finished + every open reason + silent. */
export interface RollUpTally {
  readonly vaccinating: number
  readonly finished: number
  /** Facilities by the one reason that holds most of their doses up; `unreadable` before every other. */
  readonly open: Readonly<Record<string, number>>
  /** Nothing was heard that counts. */
  readonly silent: number
  readonly dosesGiven: number
  readonly dosesAcknowledged: number
  /** Since when the oldest of them is open; of a silent one since the day began. */
  readonly oldest?: string
}

/** A tally while it is counted. */
export interface Counting {
  vaccinating: number
  finished: number
  readonly open: Map<string, number>
  silent: number
  dosesGiven: number
  dosesAcknowledged: number
  oldest: string | undefined
}

export const emptyCounting = (): Counting => ({
  vaccinating: 0,
  finished: 0,
  open: new Map(),
  silent: 0,
  dosesGiven: 0,
  dosesAcknowledged: 0,
  oldest: undefined,
})

/** One facility of the day. */
export interface RollUpFacility {
  readonly facility: string
  readonly name: string
  readonly state: 'finished' | 'open' | 'silent'
  /** Why it is open. */
  readonly reason?: string
  /** Since when it is open, or when the first of its open work was or is due. */
  readonly since?: string
  readonly given: number
  readonly acknowledged: number
  /** What is open with it, of all reasons. */
  readonly open: number
  readonly line: string
  readonly owner: string
  readonly area: readonly string[]
}

/**
 * The reason of most of what is open; of two with as many, the first by name. What cannot be read comes before all: how
 * much it is of is not known.
 */
function mainReason(open: readonly (readonly [string, number])[]): string {
  if (open.some(([key]) => key === 'unreadable')) return 'unreadable'
  const [first] = [...open].sort(
    ([left, one], [right, other]) => other - one || (left < right ? -1 : 1),
  )
  return first?.[0] ?? 'not-said'
}

/** The reason of a late entry is that of the work, whichever day it is of. */
const bare = (key: string): string => key.replace(/^late\.\w+\./, '')

function oldestIn({ next = [], madeAt }: DayReport): string {
  const times = next.flatMap(({ dueAt }) => (dueAt === undefined ? [] : [parseInstant(dueAt)]))
  const oldest = Math.min(parseInstant(madeAt).getTime(), ...times.map((one) => one.getTime()))
  return formatInstant(new Date(oldest))
}

/** How one facility stands by its report, or without one. */
export function facilityRow(
  { code, name }: ExpectedFacility,
  { line, owner, area }: Placement,
  report: DayReport | undefined,
  date: CivilDate,
): RollUpFacility {
  const place = { facility: code, name, line, owner, area }
  if (report === undefined) {
    const since = startOfDay(date).toISOString()
    return { ...place, state: 'silent', since, given: 0, acknowledged: 0, open: 0 }
  }
  const { given, acknowledged } = report
  if (report.finished) return { ...place, state: 'finished', given, acknowledged, open: 0 }
  const open = Object.entries(allOpen(report))
  return {
    ...place,
    state: 'open',
    reason: bare(mainReason(open)),
    since: oldestIn(report),
    given,
    acknowledged,
    open: open.reduce((sum, [, count]) => sum + count, 0),
  }
}

/** Counts a facility. */
export function countFacility(tally: Counting, one: RollUpFacility): void {
  tally.vaccinating += 1
  tally.dosesGiven += one.given
  tally.dosesAcknowledged += one.acknowledged
  if (one.state === 'finished') tally.finished += 1
  if (one.state === 'silent') tally.silent += 1
  const { reason, since } = one
  if (reason !== undefined) tally.open.set(reason, (tally.open.get(reason) ?? 0) + 1)
  if (since !== undefined && (tally.oldest === undefined || since < tally.oldest)) {
    tally.oldest = since
  }
}

/** A tally as it is shown, with the commonest reason first. */
export function tallyFrom({ open, oldest, ...counts }: Counting): RollUpTally {
  const reasons = [...open].sort(
    ([left, one], [right, other]) => other - one || (left < right ? -1 : 1),
  )
  return {
    ...counts,
    open: Object.fromEntries(reasons),
    ...(oldest === undefined ? {} : { oldest }),
  }
}
