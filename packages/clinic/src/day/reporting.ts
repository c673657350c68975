import type { Clock } from '@tiemchung/core'
import { createOutbox } from '../outbox/outbox.js'
import type { DayPolicy } from '../regime/day-policy.js'
import { dayReport } from '../report/day-report.js'
import { openRecords } from '../report/open-records.js'
import type { Store } from '../store/store.js'
import { close, type DayCount, reopen } from './close.js'
import type { Day } from './day.js'
import { documentsOf } from './documents.js'
import { makeLedger } from './ledger.js'
import { platformSender } from './platform-sender.js'
import type { DayHead } from './record-case.js'
import type { ReportHow } from './terms.js'

/** What looks at a day and closes it, and changes nothing else of it. */
export type DayOverview = Pick<Day, 'ledger' | 'report' | 'next' | 'close' | 'reopen' | 'closings'>

/** The verbs that need no more than the store of a day, its head and its policy. */
export function reportingOf(
  store: Store,
  { facility, canSign, date }: DayHead,
  policy: DayPolicy,
  clock: Clock,
): DayOverview {
  const outbox = createOutbox({ store, send: platformSender(undefined), clock })
  const documents = () => documentsOf(store, outbox)
  const countNow = async (how: ReportHow = {}): Promise<DayCount> => {
    const all = await documents()
    const last = all.operations.find(({ id }) => id === all.report?.operationId)
    const report = dayReport(all, {
      ...how,
      ...{ facility, canSign, date, policy },
      madeAt: clock.now(),
      reported: last?.state === 'acknowledged',
    })
    return { report, operations: all.operations }
  }
  return {
    ledger: async () => makeLedger(await documents()),
    report: async (how) => (await countNow(how)).report,
    next: async () => openRecords(await documents(), { policy, canSign, now: clock.now() }),
    close: (how) => close({ store, clock }, countNow, how),
    reopen: (how) => reopen({ store, clock }, how),
    closings: async () => (await documents()).closings,
  }
}
