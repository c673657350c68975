import { InputError, isUuid, type Uuid, uuidv7 } from '@tiemchung/core'
import { type AmendmentReason, amendRecord, type RecordChanges } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import { find } from '../outbox/read.js'
import { type Desk, judgedCase } from './desk.js'
import { isSealed, type RecordCase } from './record-case.js'
import { isOfAnother } from './their-record.js'
import { type Transaction, transact } from './transact.js'

/** Why a record is amended, and by whom. */
export interface Amending {
  readonly reason: AmendmentReason
  readonly by: string
  readonly feedbackId?: Uuid
  readonly id?: Uuid
}

/** Lets a child stand on its amendment. */
export async function moveChild(
  transaction: Transaction,
  oldId: string,
  { record: { id, person, identity } }: RecordCase,
): Promise<void> {
  const owner = (await transaction.all('child')).find((one) => one.recordId === oldId)
  if (owner === undefined) return
  transaction.keep('child', owner.key, { ...owner, person, identity, recordId: id })
}

/** An amendment names what it amends by its hash. @throws InputError `clinic.not-adopted` when that is not ours */
async function checkOurs({ options, world }: Desk, one: RecordCase): Promise<void> {
  const { operationId, adoptedAt } = one
  if (operationId === undefined || adoptedAt !== undefined) return
  const operation = await find(options.store, operationId)
  if (operation !== undefined && (await isOfAnother(operation, world.crypto))) {
    throw new InputError(errorCatalogue, 'clinic.not-adopted')
  }
}

/** Amends a sealed record that nothing has amended yet. */
export function amend(
  desk: Desk,
  recordId: string,
  changes: RecordChanges,
  why: Amending,
): Promise<RecordCase> {
  const { clock, crypto } = desk.world
  const id = why.id !== undefined && isUuid(why.id) ? why.id : uuidv7(desk.world)
  return transact(desk.options.store, async (transaction) => {
    const old = await transaction.find('record', recordId)
    if (old === undefined || !isSealed(old)) {
      throw new InputError(errorCatalogue, 'clinic.not-signed')
    }
    if (old.supersededBy !== undefined) throw new InputError(errorCatalogue, 'clinic.signed')
    await checkOurs(desk, old)
    const record = await amendRecord(old.record, changes, { ...why, id, clock, crypto })
    const kept = judgedCase(desk, record)
    transaction.keep('record', id, kept)
    transaction.keep('record', recordId, { ...old, supersededBy: id })
    await moveChild(transaction, recordId, kept)
    return kept
  })
}
