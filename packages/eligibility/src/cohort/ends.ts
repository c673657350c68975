/** Both ends of time and the absence of a day, in 32 bits. */
import type { Day } from '../engine/days.js'

/** In a column of days: no day. */
export const noDay = -2_147_483_648

/** In a column of last days: it never ends. */
export const openEnd = 2_147_483_647

/** Earlier and later than every day of the calendar, far from the ends of 32 bits. */
export const always = -1_000_000_000
export const never = 1_000_000_000

/** A day of the engine, where what lies past the calendar is infinite, in 32 bits. */
export function toWhole(day: Day): number {
  return Number.isFinite(day) ? day : never
}
