import { duplicates } from '../duplicate/duplicates.js'
import { createOutbox } from '../outbox/outbox.js'
import { covid2022SameDayPolicy } from '../regime/same-day.js'
import { dayReport } from '../report/day-report.js'
import { openRecords } from '../report/open-records.js'
import { worldOf } from '../world.js'
import { amend } from './amend.js'
import { assessAll } from './assess-all.js'
import { attend } from './attend.js'
import { checkOpen, close, reopen } from './close.js'
import { correct } from './correct.js'
import { correctDose } from './correct-dose.js'
import type { Day } from './day.js'
import type { DayOptions } from './day-options.js'
import type { Desk } from './desk.js'
import { documentsOf } from './documents.js'
import { enter } from './enter.js'
import { allOf } from './kept.js'
import { makeLedger } from './ledger.js'
import { list } from './list.js'
import { minute } from './minute.js'
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
  const documents = () => documentsOf(store, outbox)
  const { policy = covid2022SameDayPolicy } = options
  const { canSign, code } = facility
  const report: Day['report'] = async (how = {}) =>
    dayReport(await documents(), {
      ...how,
      ...{ facility: code, canSign, date, policy },
      madeAt: world.clock.now(),
    })
  return {
    outbox,
    list: (children) => list(desk, children),
    assess: () => assessAll(desk),
    verifyIdentities: (verifier, context) => verifyIdentities(desk, verifier, context),
    correct: (key, person) => correct(desk, key, person),
    attend: (key, attendance) => attend(desk, key, attendance),
    enter: async (key, dose, by) => {
      await checkOpen(desk, by.late)
      return enter(desk, key, dose, by)
    },
    duplicates: () => duplicates(desk),
    correctDose: (key, dose, by) => correctDose(desk, key, dose, by),
    amend: (recordId, changes, why) => amend(desk, recordId, changes, why),
    sign: (signer, how) => sign(desk, outbox, signer, how),
    minute: (minutes) => minute(desk, outbox, minutes),
    send: (how) => outbox.drain(how),
    ledger: async () => makeLedger(await documents()),
    report,
    next: async () => openRecords(await documents(), { policy, canSign, now: world.clock.now() }),
    close: (how) => close(desk, report, how),
    reopen: (how) => reopen(desk, how),
    closings: async () => (await documents()).closings,
    children: () => allOf(store, 'child'),
    records: () => allOf(store, 'record'),
  }
}
