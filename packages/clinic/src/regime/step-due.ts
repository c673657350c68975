import {
  addDays,
  type CivilDate,
  civilDateAt,
  endOfDay,
  parseInstant,
  startOfDay,
} from '@tiemchung/core'
import { type DayPolicy, type DayStep, daySteps, type StepDue } from './day-policy.js'

const minute = 60_000

/** The minutes of a time of the day: `07:30` is 450. */
export const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** When a step of a whole day is due; undefined where that depends on the record. */
export function dayDueAt(date: CivilDate, due: StepDue): number | undefined {
  if (due.kind === 'after') return undefined
  if (due.kind === 'at') return startOfDay(date).getTime() + minutesOf(due.time) * minute
  return endOfDay(addDays(date, due.days)).getTime()
}

/** From what the time of a record runs. */
export interface RecordTimes {
  /** The day of the dose. */
  readonly date: CivilDate
  readonly givenAt: string
  readonly enteredAt: string
  readonly isAmendment: boolean
}

function recordDueAt(times: RecordTimes, due: StepDue, { amendmentsFrom }: DayPolicy): number {
  const fromEntry = times.isAmendment && amendmentsFrom === 'entered'
  if (due.kind === 'after') {
    const from = due.from === 'entered' || fromEntry ? times.enteredAt : times.givenAt
    return parseInstant(from).getTime() + due.minutes * minute
  }
  const date = fromEntry ? civilDateAt(parseInstant(times.enteredAt)) : times.date
  return dayDueAt(date, due) ?? Number.POSITIVE_INFINITY
}

/**
 * The instant, in milliseconds, from which a record is late that has not come through a step: the earliest of the
 * deadlines of this step and those behind it, since it must come through all of them. Undefined when none is known.
 */
export function stepDueAt(
  times: RecordTimes,
  step: DayStep,
  policy: DayPolicy,
): number | undefined {
  const place = daySteps.indexOf(step)
  const behind = policy.deadlines.filter(
    (one) => one.step !== 'reported' && daySteps.indexOf(one.step) >= place,
  )
  if (behind.length === 0) return undefined
  return Math.min(...behind.map(({ due }) => recordDueAt(times, due, policy)))
}

/** When a step of a record is due, by one policy. */
export type StepDues = (times: RecordTimes, step: DayStep) => number | undefined

/** {@link stepDueAt} for many records of one policy: what is due with the day alone is worked out once a day. */
export function stepDues(policy: DayPolicy): StepDues {
  const byDay = policy.deadlines.every(({ due }) => due.kind !== 'after')
  const known = new Map<string, number | undefined>()
  return (times, step) => {
    if (!byDay || times.isAmendment) return stepDueAt(times, step, policy)
    const key = `${step} ${times.date}`
    if (!known.has(key)) known.set(key, stepDueAt(times, step, policy))
    return known.get(key)
  }
}
