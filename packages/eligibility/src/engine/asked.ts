/** The day from which a dose is recommended or overdue, by the rows in force on each day. */
import type { PlanDose } from '../policy-set/compile.js'
import { addToDay, addToEvent, type Day } from './days.js'
import { referenceOf } from './interval.js'
import type { Run } from './outlook.js'
import { borderAfter, type Piece } from './pieces.js'
import type { Case } from './rules.js'

/** What a row may ask for beyond its minimum. */
export type Asked = 'recommended' | 'overdueAfter'

/** One possible day of birth with its pieces. */
interface Branch {
  readonly one: Case
  readonly pieces: readonly Piece[]
}

type Row = PlanDose['ages' | 'intervals'][number]

const isInForce = ({ period }: Row, day: Day) => period.from <= day && day < period.end

/**
 * The age that the dose asks for by the rows in force on a day, else the latest day of its intervals;
 * `-Infinity` when neither does.
 */
function askedOn(day: Day, { regime }: Piece, one: Case, pick: Asked): Day {
  const { plan, target } = regime
  const { calendar } = plan
  let latest = Number.NEGATIVE_INFINITY
  for (const row of (target as PlanDose).ages) {
    const age = row[pick]
    if (age === undefined || !isInForce(row, day)) continue
    latest = Math.max(latest, addToDay(one.birth, age, calendar.monthOverflow))
  }
  if (Number.isFinite(latest)) return latest
  for (const interval of (target as PlanDose).intervals) {
    const wait = interval[pick]
    if (wait === undefined || !isInForce(interval, day)) continue
    const since = referenceOf(interval, one.history, Number.POSITIVE_INFINITY)
    if (since !== undefined) latest = Math.max(latest, addToEvent(since.day, wait, calendar))
  }
  return latest
}

/** The first day after `day`, and not after `end`, at which a row comes into force or goes out of it. */
function rowsUntil(day: Day, end: Day, rows: readonly Row[]): Day {
  let until = end
  for (const { period } of rows) until = borderAfter(day, until, period)
  return until
}

/**
 * The first of the days on which the rows in force on that very day say it: of the unbroken stretch that
 * holds `on`, else of the next one. Past the end of the run the rows of its last day go on. A later
 * version may so set a limit, move it or lift it. `-Infinity`: the rows never ask.
 */
export function askedFrom(run: Run, { one, pieces }: Branch, pick: Asked, on: Day): Day {
  let from = run.from
  let begun = Number.POSITIVE_INFINITY
  let asked = Number.NEGATIVE_INFINITY
  for (const piece of pieces) {
    while (from < run.end && from < piece.end) {
      const { ages, intervals } = piece.regime.target as PlanDose
      const end = rowsUntil(from, rowsUntil(from, Math.min(piece.end, run.end), ages), intervals)
      asked = askedOn(from, piece, one, pick)
      const said = pick === 'recommended' || Number.isFinite(asked)
      const first = said ? Math.max(from, asked) : end
      begun = first > from ? first : Math.min(begun, from)
      if (end > on && begun < end) return begun
      from = end
    }
  }
  return asked
}
