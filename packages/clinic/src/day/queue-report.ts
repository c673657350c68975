import { formatInstant, type JsonValue } from '@tiemchung/core'
import type { DayReport } from '@tiemchung/schemas/wire'
import { signDayReport, type Signer } from '@tiemchung/signing'
import type { Outbox } from '../outbox/outbox.js'
import { reportUpwards } from '../report/day-report.js'
import type { Desk } from './desk.js'
import { count, restOnCount } from './counting.js'
import { transact } from './transact.js'

/**
 * Queues the report of the day for the platform: under the facility's signature, or as it is where the facility cannot sign.
 * It gets the next number of its day, by which the newest counts, and has no staff account in it. When somebody enters or
 * changes something while it is counted, it is counted again, as `close` does; what was only sent meanwhile may still be
 * told as open, and the next report has it.
 */
export function queueReport(
  { options: { store, facility, date }, world }: Desk,
  outbox: Outbox,
  reportNow: () => Promise<DayReport>,
  signer: Signer | undefined,
): Promise<DayReport> {
  return transact(store, async (transaction) => {
    restOnCount(transaction, await count(store))
    const before = await transaction.find('report', 'day')
    const sequence = (before?.sequence ?? 0) + 1
    const report: DayReport = { ...reportUpwards(await reportNow()), sequence }
    const at = world.clock.now()
    const { crypto } = world
    const document =
      signer === undefined ? report : await signDayReport(report, signer, { at, crypto })
    const subject = `${facility.code}/${date}`
    const payload = document as unknown as JsonValue
    const signed = signer !== undefined
    const queued = await outbox.prepare([{ kind: 'day-report', subject, payload, signed }])
    transaction.add(queued.changes, queued.expected)
    for (const { id } of queued.operations) {
      const kept = { sequence, queuedAt: formatInstant(at), operationId: id }
      transaction.keep('report', 'day', kept)
    }
    return report
  })
}
