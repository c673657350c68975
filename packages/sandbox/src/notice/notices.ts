/** Random references by which a notice names a dose, and nobody. */
import type { DoseRecord, Facility } from '@tiemchung/schemas'
import type { NoticedDose } from '@tiemchung/schemas/wire'
import { one, type Queryable } from '../database/database.js'
import { newReference } from '../feedback/reference.js'
import type { SandboxWorld } from '../world.js'

/** The reference of a facility's record, made the first time; undefined when the facility has no such record. */
export async function referenceFor(
  database: Queryable,
  world: SandboxWorld,
  { record, facility }: { readonly record: string; readonly facility: string },
): Promise<string | undefined> {
  const own = await one(database, 'select id from record where id = $1 and facility = $2', [
    record,
    facility,
  ])
  if (own === undefined) return undefined
  const known = await one<{ reference: string }>(
    database,
    'select reference from notice where record = $1',
    [record],
  )
  if (known !== undefined) return known.reference
  const reference = newReference(world)
  await database.query('insert into notice (reference, record) values ($1, $2)', [
    reference,
    record,
  ])
  return reference
}

/** The dose that a reference names, as the newest amendment has it. */
export async function noticedDose(
  database: Queryable,
  reference: string,
): Promise<NoticedDose | undefined> {
  const row = await one<{ document: DoseRecord; body: Facility | null }>(
    database,
    `with first as (
       select coalesce(document->'amends'->>'firstRecordId', record.id::text) as id
       from notice join record on record.id = notice.record where reference = $1)
     select document, facility.body from record
     left join facility on facility.code = record.facility
     where superseded_by is null and (
       record.id::text = (select id from first) or
       document->'amends'->>'firstRecordId' = (select id from first))`,
    [reference],
  )
  if (row === undefined) return undefined
  const { id, dose } = row.document
  return {
    recordId: id,
    facility: dose.facility,
    facilityName: row.body?.name ?? dose.facility,
    doseNumber: dose.number,
    date: dose.date,
    product: dose.product,
  }
}
