import { formatInstant, type Uuid } from '@tiemchung/core'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import { type Signer, signRecords } from '@tiemchung/signing'
import type { NewOperation } from '../outbox/operation.js'
import type { Outbox } from '../outbox/outbox.js'
import type { DaySigning } from './day.js'
import { type Desk, signable } from './desk.js'
import { allOf, keep } from './kept.js'
import type { RecordCase } from './record-case.js'

/** The operation that sends a signed record, after the one that sends what it amends. */
function sending(
  one: SignedRecord,
  { record }: RecordCase,
  sentBy: ReadonlyMap<string, Uuid>,
): NewOperation {
  const before = sentBy.get(record.amends?.recordId ?? '')
  return {
    kind: 'record',
    subject: one.recordId,
    payload: { ...one },
    ...(before === undefined ? {} : { dependsOn: [before] }),
  }
}

/** Which operation sends each sealed record: its own, or that of its minutes. */
async function senders({ options }: Desk): Promise<ReadonlyMap<string, Uuid>> {
  return new Map(
    (await allOf(options.store, 'record')).flatMap(({ record, operationId }) =>
      operationId === undefined ? [] : [[record.id, operationId]],
    ),
  )
}

/** Signs what may be signed, and queues it in the same batch. */
export async function sign(desk: Desk, outbox: Outbox, signer: Signer): Promise<DaySigning> {
  const cases = await signable(desk)
  const at = desk.world.clock.now()
  const records = cases.map((one) => one.record)
  const { signed, failed } = await signRecords(records, signer, { at, crypto: desk.world.crypto })
  const byId = new Map(cases.map((one) => [one.record.id as string, one]))
  const sentBy = await senders(desk)
  const changes = signed.flatMap((one) => {
    const was = byId.get(one.recordId)
    if (was === undefined) return []
    const { operations, changes: queued } = outbox.prepare([sending(one, was, sentBy)])
    return operations.flatMap(({ id }) => [
      ...queued,
      keep('record', one.recordId, {
        ...was,
        signed: one,
        signedAt: formatInstant(at),
        operationId: id,
      }),
    ])
  })
  if (changes.length > 0) await desk.options.store.write(changes)
  return { signed: signed.length, failed }
}
