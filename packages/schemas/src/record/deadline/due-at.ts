import { addDays, civilDateAt, endOfDay, parseInstant } from '@tiemchung/core'
import type { DoseRecord } from '../dose-record.js'
import type { DeadlinePolicy, DeadlineStep } from './deadline-policy.js'

/**
 * The instant from which a step of a record is late; undefined when the policy sets no deadline for it.
 * A deadline of the same day is the midnight that ends the day: 23:59:59 is in time. In real time the
 * instant is that of the event itself, because no text grants a delay.
 *
 * @example
 * ```ts
 * import { covid2022SameDay, type DoseRecord, dueAt } from '@tiemchung/schemas'
 * declare const record: DoseRecord // a dose of 14/04/2022
 * dueAt(record, 'entered', covid2022SameDay.deadlines) // => 2022-04-14T17:00:00Z
 * ```
 */
export function dueAt(
  record: Pick<DoseRecord, 'dose' | 'enteredAt'>,
  step: DeadlineStep,
  policy: DeadlinePolicy,
): Date | undefined {
  const found = policy.deadlines.find((one) => one.step === step)
  if (found === undefined) return undefined
  const event = parseInstant(found.from === 'dose' ? record.dose.givenAt : record.enteredAt)
  if (found.due.kind === 'real-time') return event
  const day = found.from === 'dose' ? record.dose.date : civilDateAt(event)
  return endOfDay(addDays(day, found.due.days))
}
