import { formatInstant, InputError, type Uuid } from '@tiemchung/core'
import type { Dose, DoseRecord } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import type { ClinicWorld } from '../world.js'
import type { DuplicateFinding } from '../duplicate/finding.js'
import type { ChildCase } from './child.js'
import type { RecordCase } from './record-case.js'

/** What is entered of a dose that was given; number and facility are the day's own. */
export type EnteredDose = Omit<Dose, 'number' | 'facility' | 'route'> & {
  readonly number?: number
}

/** What entering a dose came to: the record that stands for it, and what it may be a double of. */
export interface EnteredRecord extends RecordCase {
  /** Entries that may be the same dose, the most likely first; empty when there are none. */
  readonly duplicates: readonly DuplicateFinding[]
}

/** Who enters, and where. */
export interface EntryContext {
  readonly facility: string
  readonly enteredBy: string
  readonly world: ClinicWorld
  readonly recordId: Uuid
}

/**
 * Which dose of the course it is: as entered, or as the policies say.
 *
 * @throws InputError `clinic.dose-number` when neither is known
 */
export function doseNumberOf(child: ChildCase, dose: EnteredDose): number {
  const number = dose.number ?? child.assessment?.dose
  if (typeof number === 'number') return number
  throw new InputError(errorCatalogue, 'clinic.dose-number', { path: ['dose', 'number'] })
}

/**
 * The record of a dose that was given to a listed child. Recording is never blocked by eligibility: a
 * dose that was given must be on record, wrong or not.
 *
 * @throws InputError `clinic.dose-number`
 */
export function enterDose(child: ChildCase, dose: EnteredDose, context: EntryContext): DoseRecord {
  const number = doseNumberOf(child, dose)
  return {
    format: 'dose-record/1',
    id: context.recordId,
    person: child.person,
    dose: { ...dose, number, facility: context.facility, route: 'intramuscular' },
    priorDoses: [...child.doses],
    screening: child.screening,
    ...(child.examination === undefined ? {} : { examination: child.examination }),
    consent: child.consent,
    identity: child.identity,
    enteredAt: formatInstant(context.world.clock.now()),
    enteredBy: context.enteredBy,
  }
}
