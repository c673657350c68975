import { InputError } from '@tiemchung/core'
import type { Person } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import type { ChildCase } from './child.js'
import { childOf, type Desk, openCodes, recordOf } from './desk.js'
import { keep } from './kept.js'
import { isSealed } from './record-case.js'

/** Corrects a person on the list and in the unsealed record; the identity is open again. */
export async function correct(
  desk: Desk,
  key: string,
  person: Partial<Person>,
): Promise<ChildCase> {
  const one = await childOf(desk, key)
  const corrected: ChildCase = {
    ...one,
    person: { ...one.person, ...person },
    identity: { status: 'pending' },
  }
  const changes = [keep('child', key, corrected)]
  const kept = await recordOf(desk, one)
  if (kept !== undefined) {
    if (isSealed(kept)) throw new InputError(errorCatalogue, 'clinic.signed')
    const record = { ...kept.record, person: corrected.person, identity: corrected.identity }
    changes.push(keep('record', record.id, { ...kept, record, open: openCodes(desk, record) }))
  }
  await desk.options.store.write(changes)
  return corrected
}
