/** Days after events, worked out once for each day and remembered. */
import { dayNumberOf, type Duration } from '@tiemchung/core'
import { addToEvent, type Calendar } from '../engine/days.js'
import { noDay, toWhole } from './ends.js'

const first = dayNumberOf(1990, 1, 1)
const size = dayNumberOf(2060, 1, 1) - first

/** The end of a wait that begins on a day. */
export class Wait {
  readonly #days: Int32Array
  readonly #duration: Duration
  readonly #calendar: Calendar

  constructor(duration: Duration, calendar: Calendar) {
    this.#duration = duration
    this.#calendar = calendar
    this.#days = new Int32Array(size).fill(noDay)
  }

  /** The first day after the wait, `never` past the end of the calendar. */
  after(day: number): number {
    const place = day - first
    if (place < 0 || place >= size) return this.#workOut(day)
    const known = this.#days[place] as number
    if (known !== noDay) return known
    const worked = this.#workOut(day)
    this.#days[place] = worked
    return worked
  }

  #workOut(day: number): number {
    return toWhole(addToEvent(day, this.#duration, this.#calendar))
  }
}
