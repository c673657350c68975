import { InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Attendance } from './child.js'
import { childOf, type Desk } from './desk.js'
import { keep } from './kept.js'

/** Says what became of a child that was not vaccinated. */
export async function attend(
  desk: Desk,
  key: string,
  attendance: Exclude<Attendance, 'given'>,
): Promise<void> {
  const one = await childOf(desk, key)
  if (one.attendance === 'given') throw new InputError(errorCatalogue, 'clinic.duplicate')
  await desk.options.store.write([keep('child', key, { ...one, attendance })])
}
