import { formatInstant, InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Enterer } from './day.js'
import { childOf, type Desk, openCodes, recordOf } from './desk.js'
import type { EnteredDose } from './enter-dose.js'
import { keep } from './kept.js'
import { isSealed, type RecordCase } from './record-case.js'

/**
 * Corrects what was entered of a dose, as long as its record is not sealed. The record keeps its id, so
 * that the same dose entered again still meets it, and says who entered what now stands.
 */
export async function correctDose(
  desk: Desk,
  key: string,
  dose: Partial<EnteredDose>,
  { enteredBy }: Enterer,
): Promise<RecordCase> {
  const kept = await recordOf(desk, await childOf(desk, key))
  if (kept === undefined) throw new InputError(errorCatalogue, 'clinic.not-entered')
  if (isSealed(kept)) throw new InputError(errorCatalogue, 'clinic.signed')
  const record = {
    ...kept.record,
    dose: { ...kept.record.dose, ...dose },
    enteredAt: formatInstant(desk.world.clock.now()),
    enteredBy,
  }
  const corrected: RecordCase = { ...kept, record, open: openCodes(desk, record) }
  await desk.options.store.write([keep('record', record.id, corrected)])
  return corrected
}
