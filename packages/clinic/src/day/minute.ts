import { canonicalJson, uuidv7 } from '@tiemchung/core'
import type { Minutes } from '@tiemchung/schemas/wire'
import { drawUpMinutes } from '@tiemchung/signing'
import type { Outbox } from '../outbox/outbox.js'
import type { DayMinutes } from './day.js'
import { type Desk, signable } from './desk.js'
import { keep } from './kept.js'

/** Draws up minutes over what may be sealed, and queues them in the same batch. */
export async function minute(
  desk: Desk,
  outbox: Outbox,
  given: DayMinutes,
): Promise<Minutes | undefined> {
  const cases = await signable(desk)
  if (cases.length === 0) return undefined
  const { facility, date, store } = desk.options
  const records = cases.map((one) => one.record)
  const minutes = await drawUpMinutes({
    ...given,
    id: uuidv7(desk.world),
    facility: facility.code,
    date,
    records,
    concludedAt: desk.world.clock.now(),
    crypto: desk.world.crypto,
  })
  const payload = { minutes, records: records.map((record) => canonicalJson(record)) }
  const { operations, changes } = await outbox.prepare([
    { kind: 'minutes', subject: minutes.id, payload, signed: true },
  ])
  const sealed = {
    minutesId: minutes.id,
    ...(operations[0] === undefined ? {} : { operationId: operations[0].id }),
  }
  await store.write([
    ...changes,
    keep('minutes', minutes.id, minutes),
    ...cases.map((one) => keep('record', one.record.id, { ...one, ...sealed })),
  ])
  return minutes
}
