/** What is counted for a unit. */
import { civilDateAt } from '@tiemchung/core'
import type { ClockReading } from '../rules/clock/read-clock.js'

/** Numbers of a unit at an instant. Every item recorded by then is `open`, `withdrawn`, `met` or `missed`. */
export interface Tally {
  readonly recorded: number
  readonly open: number
  /** Open, and no officer has ever acted on it. */
  readonly untouched: number
  /** Open, in a daily list, with nobody. */
  readonly unassigned: number
  /** Open, and its limit falls on the day of the report, not yet passed. */
  readonly dueToday: number
  readonly overdue: number
  /** Those of the overdue that a level above is shown. */
  readonly escalated: number
  readonly withdrawn: number
  readonly met: number
  readonly missed: number
  /** Hours until the answer, of those answered: half of them took no longer; nine of ten took no longer. */
  readonly medianHours?: number
  readonly p90Hours?: number
  /** When the open item that has waited longest was recorded. */
  readonly oldestOpen?: Date
}

/** An item as one reading of the clock shows it. */
export interface Counted {
  readonly reading: ClockReading
  readonly touched: boolean
  readonly unassigned: boolean
}

const late: ReadonlySet<string> = new Set(['overdue', 'escalated'])

/** The smallest value that so large a share of them does not exceed (nearest rank). */
function percentile(sorted: Float64Array, share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}

/** A tally that grows. */
export class Counting {
  readonly #counts = {
    recorded: 0,
    open: 0,
    untouched: 0,
    unassigned: 0,
    dueToday: 0,
    overdue: 0,
    escalated: 0,
    withdrawn: 0,
    met: 0,
    missed: 0,
  }
  readonly #hours: number[] = []
  #oldest: Date | undefined

  /** Counts an item that was recorded by the instant of the report. */
  add({ reading, touched, unassigned }: Counted, at: Date): void {
    const { standing } = reading
    const counts = this.#counts
    counts.recorded += 1
    if (standing === 'met' || standing === 'missed') this.#hours.push(reading.spentHours)
    if (standing === 'met' || standing === 'missed' || standing === 'withdrawn') {
      counts[standing] += 1
      return
    }
    counts.open += 1
    if (!touched) counts.untouched += 1
    if (unassigned) counts.unassigned += 1
    if (late.has(standing)) counts.overdue += 1
    if (standing === 'escalated') counts.escalated += 1
    if (!late.has(standing) && isDueOn(reading, at)) counts.dueToday += 1
    this.#wait(reading.startedAt)
  }

  #wait(since: Date | undefined): void {
    if (since === undefined) return
    if (this.#oldest === undefined || since < this.#oldest) this.#oldest = since
  }

  /** What was counted. */
  result(): Tally {
    const sorted = Float64Array.from(this.#hours).sort()
    const median = percentile(sorted, 0.5)
    const p90 = percentile(sorted, 0.9)
    return {
      ...this.#counts,
      ...(median === undefined ? {} : { medianHours: median }),
      ...(p90 === undefined ? {} : { p90Hours: p90 }),
      ...(this.#oldest === undefined ? {} : { oldestOpen: this.#oldest }),
    }
  }
}

function isDueOn({ dueAt }: ClockReading, at: Date): boolean {
  return dueAt !== undefined && civilDateAt(dueAt) === civilDateAt(at)
}
