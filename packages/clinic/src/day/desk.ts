import { formatInstant, InputError } from '@tiemchung/core'
import { type DoseRecord, identitySettled, judgeCompleteness } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import type { ClinicWorld } from '../world.js'
import type { ChildCase } from './child.js'
import type { DayOptions } from './day-options.js'
import { find } from './kept.js'
import { completedAtOf, isSealed, type RecordCase, settledAtOf } from './record-case.js'
import type { Transaction } from './transact.js'

/** Everything that the verbs of a day work with. */
export interface Desk {
  readonly options: DayOptions
  readonly world: ClinicWorld
}

/** The record that stands for a child now, when a dose was entered. */
export async function recordOf({ options }: Desk, one: ChildCase): Promise<RecordCase | undefined> {
  return one.recordId === undefined ? undefined : await find(options.store, 'record', one.recordId)
}

/**
 * Codes of what is missing or wrong in a record before it may be signed; empty when it is complete. Whether
 * its identity is settled is a stage of its own in the ledger, and left out here.
 */
export function openCodes({ options }: Desk, record: DoseRecord): readonly string[] {
  const { completeness: policy, volumes } = options
  const { issues } = judgeCompleteness(record, { policy, purpose: 'may-be-signed', volumes })
  return issues.map((one) => one.code).filter((code) => code !== 'completeness.identity')
}

/** A record as it is kept after a change: judged again, with the instants at which it came as far as it has. */
export function judgedCase(desk: Desk, record: DoseRecord, before?: RecordCase): RecordCase {
  const { completedAt: _, settledAt: __, ...kept } = before ?? {}
  const open = openCodes(desk, record)
  const now = formatInstant(desk.world.clock.now())
  if (open.length > 0) return { ...kept, record, open }
  const completedAt = (before && completedAtOf(before)) ?? now
  if (!identitySettled(record.identity)) return { ...kept, record, open, completedAt }
  return { ...kept, record, open, completedAt, settledAt: (before && settledAtOf(before)) ?? now }
}

/** A child of the list, as it must stand when the changes are written. @throws InputError `clinic.not-listed` */
export async function childIn(transaction: Transaction, key: string): Promise<ChildCase> {
  const found = await transaction.find('child', key)
  if (found === undefined) throw new InputError(errorCatalogue, 'clinic.not-listed')
  return found
}

/** The record that stands for a child, as it must stand when the changes are written. */
export async function recordIn(
  transaction: Transaction,
  { recordId }: ChildCase,
): Promise<RecordCase | undefined> {
  return recordId === undefined ? undefined : await transaction.find('record', recordId)
}

/** Whether a record may be sealed now: complete, matched, unsealed and current. */
export function isSignable(one: RecordCase): boolean {
  return (
    one.open.length === 0 &&
    identitySettled(one.record.identity) &&
    !isSealed(one) &&
    one.supersededBy === undefined
  )
}
