import { InputError } from '@tiemchung/core'
import { type DoseRecord, identitySettled, judgeCompleteness } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import type { ClinicWorld } from '../world.js'
import type { ChildCase } from './child.js'
import type { DayOptions } from './day-options.js'
import { allOf, find } from './kept.js'
import { isSealed, type RecordCase } from './record-case.js'

/** Everything that the verbs of a day work with. */
export interface Desk {
  readonly options: DayOptions
  readonly world: ClinicWorld
}

/** A child of the list. @throws InputError `clinic.not-listed` */
export async function childOf({ options }: Desk, key: string): Promise<ChildCase> {
  const found = await find(options.store, 'child', key)
  if (found === undefined) throw new InputError(errorCatalogue, 'clinic.not-listed')
  return found
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

/** Records that may be sealed now: complete, matched, unsealed and current. */
export async function signable({ options }: Desk): Promise<readonly RecordCase[]> {
  return (await allOf(options.store, 'record')).filter(
    (one) =>
      one.open.length === 0 &&
      identitySettled(one.record.identity) &&
      !isSealed(one) &&
      one.supersededBy === undefined,
  )
}
