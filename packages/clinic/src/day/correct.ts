import { InputError } from '@tiemchung/core'
import type { Person } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import type { ChildCase } from './child.js'
import { childIn, type Desk, judgedCase, recordIn } from './desk.js'
import { isSealed } from './record-case.js'
import { transact } from './transact.js'

/** Corrects a person on the list and in the unsealed record; the identity is open again. */
export function correct(desk: Desk, key: string, person: Partial<Person>): Promise<ChildCase> {
  return transact(desk.options.store, async (transaction) => {
    const one = await childIn(transaction, key)
    const corrected: ChildCase = {
      ...one,
      person: { ...one.person, ...person },
      identity: { status: 'pending' },
    }
    transaction.keep('child', key, corrected)
    const kept = await recordIn(transaction, one)
    if (kept === undefined) return corrected
    if (isSealed(kept)) throw new InputError(errorCatalogue, 'clinic.signed')
    const record = { ...kept.record, person: corrected.person, identity: corrected.identity }
    transaction.keep('record', record.id, judgedCase(desk, record, kept))
    return corrected
  })
}
