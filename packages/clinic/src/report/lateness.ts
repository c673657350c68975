import { type CivilDate, civilDateAt, endOfDay } from '@tiemchung/core'
import type { Closing } from '../day/closing.js'
import { enteredAtOf, type RecordCase } from '../day/record-case.js'
import type { Followed } from './follow.js'

/** Where a record is counted: with its day, with its day but late, or with a day that has passed. */
export type Lateness = 'in-time' | 'ofDay' | 'ofEarlierDays'

/** Times in which a day was closed, in milliseconds. */
function closedTimes(closings: readonly Closing[]): readonly (readonly [number, number])[] {
  return closings.flatMap(({ state, at }, index): [number, number][] => {
    const next = closings[index + 1]
    const until = next === undefined ? Number.POSITIVE_INFINITY : Date.parse(next.at)
    return state === 'closed' ? [[Date.parse(at), until]] : []
  })
}

/** Tells for a record whether it was entered in time: before its day ended, and not while the day was closed. */
export function lateness(
  date: CivilDate,
  closings: readonly Closing[],
): (one: Followed) => Lateness {
  const end = endOfDay(date).getTime()
  const closed = closedTimes(closings)
  return ({ one, enteredAt: at }) => {
    // A date ahead is a slip of this day's desk: it stays open here until it is put right.
    if (one.record.dose.date < date) return 'ofEarlierDays'
    const isLate = at >= end || closed.some(([from, until]) => from < at && at < until)
    return isLate ? 'ofDay' : 'in-time'
  }
}

/** Whether a record of an earlier day was entered on this one. */
export function isLateOn(one: RecordCase, date: CivilDate): boolean {
  return (
    one.record.dose.date < date &&
    one.record.amends === undefined &&
    civilDateAt(new Date(enteredAtOf(one))) === date
  )
}
