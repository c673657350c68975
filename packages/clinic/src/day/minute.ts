import { canonicalJson, type Uuid, uuidv7 } from '@tiemchung/core'
import type { Minutes } from '@tiemchung/schemas/wire'
import { drawUpMinutes } from '@tiemchung/signing'
import type { Outbox } from '../outbox/outbox.js'
import type { DayMinutes } from './terms.js'
import { type Desk, isSignable } from './desk.js'
import type { RecordCase } from './record-case.js'
import { transact } from './transact.js'

async function drawUp(
  { options: { facility, date }, world }: Desk,
  id: Uuid,
  given: DayMinutes,
  cases: readonly RecordCase[],
): Promise<Minutes> {
  return drawUpMinutes({
    ...given,
    id,
    facility: facility.code,
    date,
    records: cases.map((one) => one.record),
    concludedAt: world.clock.now(),
    crypto: world.crypto,
  })
}

/** Draws up minutes over what may be sealed, and queues them in the same batch. */
export function minute(
  desk: Desk,
  outbox: Outbox,
  given: DayMinutes,
): Promise<Minutes | undefined> {
  const id = uuidv7(desk.world)
  return transact(desk.options.store, async (transaction) => {
    const cases = (await transaction.all('record')).filter(isSignable)
    if (cases.length === 0) return undefined
    const minutes = await drawUp(desk, id, given, cases)
    const payload = { minutes, records: cases.map(({ record }) => canonicalJson(record)) }
    const prepared = await outbox.prepare([{ kind: 'minutes', subject: id, payload, signed: true }])
    transaction.add(prepared.changes, prepared.expected)
    transaction.keep('minutes', id, minutes)
    for (const one of cases) {
      const [queued] = prepared.operations
      const sending = queued === undefined ? {} : { operationId: queued.id }
      transaction.keep('record', one.record.id, { ...one, minutesId: id, ...sending })
    }
    return minutes
  })
}
