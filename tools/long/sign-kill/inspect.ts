/** What a killed clinic must not show: a record with two signatures, or one that is lost. */
import { canonicalJson } from '@tiemchung/core'
import type { Operation, RecordCase } from '@tiemchung/clinic'
import { fileStore } from '@tiemchung/clinic/store/file'
import { type Anchor, auditDay, type DaySeal, verifyRecord } from '@tiemchung/signing'
import { must } from '../long-run.js'

/** A day as its store has it. */
export interface KeptDay {
  readonly records: readonly RecordCase[]
  readonly operations: readonly Operation[]
  readonly seals: readonly DaySeal[]
  readonly journal: number
}

/** Opens the store that a clinic left behind, and gives what is in it. */
export async function readDay(folder: string): Promise<KeptDay> {
  const store = await fileStore(folder)
  const all = async <Item>(kind: string) =>
    (await store.all(kind)).map(({ value }) => value as unknown as Item)
  const [records, operations] = [await all<RecordCase>('record'), await all<Operation>('outbox')]
  const seals = await all<DaySeal>('seal')
  const journal = (await store.all('signing')).length
  await store.close()
  return { records, operations, seals, journal }
}

/** What was published is kept as it was: `published` holds the payloads by their record, from life to life. */
export function mustKeepPublished(day: KeptDay, published: Map<string, string>): void {
  const bySubject = new Map(day.operations.map((one) => [one.subject, one]))
  must(bySubject.size === day.operations.length, 'a record is published twice')
  for (const [subject, payload] of published) {
    const kept = bySubject.get(subject)
    must(kept !== undefined, 'what was published is gone')
    must(canonicalJson(kept.payload) === payload, 'a record has a second signature')
  }
  for (const { subject, payload } of day.operations) published.set(subject, canonicalJson(payload))
  for (const { record, signed, underSeal, operationId } of day.records) {
    const isSigned = signed !== undefined || underSeal !== undefined
    must(
      isSigned === bySubject.has(record.id),
      'a signature without its operation, or the other way',
    )
    must(bySubject.get(record.id)?.id === operationId, 'a record that names another operation')
  }
}

/** Everything is signed, once, and every signature holds. */
export async function mustBeSigned(
  day: KeptDay,
  wanted: number,
  anchors: readonly Anchor[],
): Promise<void> {
  const { records, operations, seals, journal } = day
  must(records.length === wanted, `${records.length} records of ${wanted}`)
  must(operations.length === wanted, `${operations.length} published of ${wanted}`)
  must(journal === 0, 'the journal is not forgotten')
  if (seals.length === 0) {
    for (const { signed } of records) {
      const report = signed === undefined ? undefined : await verifyRecord(signed, { anchors })
      must(report?.verdict === 'valid', 'a signature that does not hold')
    }
    return
  }
  const proofs = records.flatMap(({ underSeal }) => underSeal ?? [])
  const input = { records: records.map(({ record }) => record), proofs, seals }
  const audit = await auditDay(input, { anchors })
  must(audit.verdict === 'valid', `the audit says ${JSON.stringify(audit.checks)}`)
}
