import { InputError } from '@tiemchung/core'
import { recordIdFor } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import type { ChildCase } from './child.js'
import type { Enterer } from './day.js'
import { childOf, type Desk, openCodes } from './desk.js'
import { doseNumberOf, type EnteredDose, enterDose } from './enter-dose.js'
import { find, keep } from './kept.js'
import type { RecordCase } from './record-case.js'

/** The record of the same dose when it was entered before, also under a name corrected since. */
async function enteredBefore(
  { options }: Desk,
  { firstRecordId }: ChildCase,
  dose: EnteredDose,
  number: number,
): Promise<RecordCase | undefined> {
  if (firstRecordId === undefined) return undefined
  const first = await find(options.store, 'record', firstRecordId)
  const was = first?.record.dose
  if (was?.product === dose.product && was.number === number) return first
  throw new InputError(errorCatalogue, 'clinic.duplicate')
}

/** Enters a dose that was given, once. */
export async function enter(
  desk: Desk,
  key: string,
  dose: EnteredDose,
  { enteredBy }: Enterer,
): Promise<RecordCase> {
  const { store, facility, date } = desk.options
  const one = await childOf(desk, key)
  const doseNumber = doseNumberOf(one, dose)
  const known = await enteredBefore(desk, one, dose, doseNumber)
  if (known !== undefined) return known
  const recordId = await recordIdFor(
    { facility: facility.code, person: one.person, product: dose.product, doseNumber, date },
    desk.world.crypto,
  )
  const context = { facility: facility.code, enteredBy, world: desk.world, recordId }
  const record = enterDose(one, dose, context)
  const kept: RecordCase = { record, open: openCodes(desk, record) }
  const attended: ChildCase = { ...one, attendance: 'given', recordId, firstRecordId: recordId }
  await store.write([keep('record', recordId, kept), keep('child', key, attended)])
  return kept
}
