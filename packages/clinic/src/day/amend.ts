import { InputError, isUuid, type Uuid, uuidv7 } from '@tiemchung/core'
import { type AmendmentReason, amendRecord, type RecordChanges } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import type { Change } from '../store/store.js'
import { type Desk, openCodes } from './desk.js'
import { allOf, find, keep } from './kept.js'
import { isSealed, type RecordCase } from './record-case.js'

/** Why a record is amended, and by whom. */
export interface Amending {
  readonly reason: AmendmentReason
  readonly by: string
  readonly feedbackId?: Uuid
  readonly id?: Uuid
}

/** The change that lets a child stand on its amendment. */
async function childChanges(desk: Desk, oldId: string, next: RecordCase): Promise<Change[]> {
  const children = await allOf(desk.options.store, 'child')
  const owner = children.find((one) => one.recordId === oldId)
  if (owner === undefined) return []
  const { id, person, identity } = next.record
  return [keep('child', owner.key, { ...owner, person, identity, recordId: id })]
}

/** Amends a sealed record that nothing has amended yet. */
export async function amend(
  desk: Desk,
  recordId: string,
  changes: RecordChanges,
  why: Amending,
): Promise<RecordCase> {
  const { store } = desk.options
  const old = await find(store, 'record', recordId)
  if (old === undefined || !isSealed(old)) throw new InputError(errorCatalogue, 'clinic.not-signed')
  if (old.supersededBy !== undefined) throw new InputError(errorCatalogue, 'clinic.signed')
  const { clock, crypto } = desk.world
  const id = why.id !== undefined && isUuid(why.id) ? why.id : uuidv7(desk.world)
  const record = await amendRecord(old.record, changes, { ...why, id, clock, crypto })
  const kept: RecordCase = { record, open: openCodes(desk, record) }
  await store.write([
    keep('record', id, kept),
    keep('record', recordId, { ...old, supersededBy: id }),
    ...(await childChanges(desk, recordId, kept)),
  ])
  return kept
}
