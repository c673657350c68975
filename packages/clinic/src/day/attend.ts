import { InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Attendance } from './child.js'
import { childIn, type Desk } from './desk.js'
import { transact } from './transact.js'

/** Says what became of a child that was not vaccinated. */
export function attend(
  desk: Desk,
  key: string,
  attendance: Exclude<Attendance, 'given'>,
): Promise<void> {
  return transact(desk.options.store, async (transaction) => {
    const one = await childIn(transaction, key)
    if (one.attendance === 'given') throw new InputError(errorCatalogue, 'clinic.duplicate')
    transaction.keep('child', key, { ...one, attendance })
  })
}
