import { formatInstant, InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Enterer } from './terms.js'
import { childIn, type Desk, judgedCase, recordIn } from './desk.js'
import type { EnteredDose } from './enter-dose.js'
import { enteredAtOf, isSealed, type RecordCase } from './record-case.js'
import { transact } from './transact.js'

/**
 * Corrects what was entered of a dose, as long as its record is not sealed. The record keeps its id, so
 * that the same dose entered again still meets it, and says who entered what now stands.
 */
export function correctDose(
  desk: Desk,
  key: string,
  dose: Partial<EnteredDose>,
  { enteredBy }: Enterer,
): Promise<RecordCase> {
  return transact(desk.options.store, async (transaction) => {
    const kept = await recordIn(transaction, await childIn(transaction, key))
    if (kept === undefined) throw new InputError(errorCatalogue, 'clinic.not-entered')
    if (isSealed(kept)) throw new InputError(errorCatalogue, 'clinic.signed')
    const record = {
      ...kept.record,
      dose: { ...kept.record.dose, ...dose },
      enteredAt: formatInstant(desk.world.clock.now()),
      enteredBy,
    }
    const before = { ...kept, firstEnteredAt: enteredAtOf(kept) }
    const corrected = judgedCase(desk, record, before)
    transaction.keep('record', record.id, corrected)
    return corrected
  })
}
