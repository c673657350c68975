import { duplicates } from '../duplicate/duplicates.js'
import { createOutbox } from '../outbox/outbox.js'
import { covid2022SameDayPolicy } from '../regime/same-day.js'
import { worldOf } from '../world.js'
import { adopt } from './adopt.js'
import { amend } from './amend.js'
import { assessAll } from './assess-all.js'
import { attend } from './attend.js'
import { correct } from './correct.js'
import { correctDose } from './correct-dose.js'
import type { Day } from './day.js'
import type { DayOptions } from './day-options.js'
import type { Desk } from './desk.js'
import { enter } from './enter.js'
import { allOf } from './kept.js'
import { list } from './list.js'
import { minute } from './minute.js'
import { proceed } from './proceed.js'
import { queueReport } from './queue-report.js'
import { reportingOf } from './reporting.js'
import { platformSender } from './platform-sender.js'
import { sign } from './sign.js'
import { verifyIdentities } from './verify-identities.js'

/**
 * Opens a facility's day on its store: the same store opened again is the same day.
 *
 * @example
 * ```ts
 * import { type DayOptions, openDay } from '@tiemchung/clinic'
 * declare const options: DayOptions
 * const day = openDay(options)
 * const report = await day.report()
 * report.finished // => false while anything is open
 * ```
 */
export function openDay(options: DayOptions): Day {
  const world = worldOf(options)
  const desk: Desk = { options, world }
  const { store, facility, date, http, backoff } = options
  const send = platformSender(http)
  const outbox = createOutbox({
    ...world,
    store,
    send,
    ...(backoff === undefined ? {} : { backoff }),
  })
  const { policy = covid2022SameDayPolicy } = options
  const head = { facility: facility.code, canSign: facility.canSign, date }
  const overview = reportingOf(store, head, policy, world.clock)
  const day: Day = {
    outbox,
    list: (children) => list(desk, children),
    assess: () => assessAll(desk),
    verifyIdentities: (verifier, context) => verifyIdentities(desk, verifier, context),
    correct: (key, person) => correct(desk, key, person),
    attend: (key, attendance) => attend(desk, key, attendance),
    enter: (key, dose, by) => enter(desk, key, dose, by),
    duplicates: () => duplicates(desk),
    correctDose: (key, dose, by) => correctDose(desk, key, dose, by),
    amend: (recordId, changes, why) => amend(desk, recordId, changes, why),
    adopt: (recordId, by) => adopt(desk, recordId, by),
    sign: (signer, how) => sign(desk, outbox, signer, how),
    minute: (minutes) => minute(desk, outbox, minutes),
    send: (how) => outbox.drain(how),
    ...overview,
    queueReport: (signer) => queueReport(desk, outbox, overview.report, signer),
    proceed: (how, signal) => proceed(day, how, signal),
    children: () => allOf(store, 'child'),
    records: () => allOf(store, 'record'),
  }
  return day
}
