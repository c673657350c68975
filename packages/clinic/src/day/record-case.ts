import type { CivilDate, Uuid } from '@tiemchung/core'
import { type DoseRecord, type Facility, identitySettled } from '@tiemchung/schemas'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import type { SealProof } from '@tiemchung/signing'

/** A record of the day and how far it has come. */
export interface RecordCase {
  readonly record: DoseRecord
  /** Codes of what is missing or wrong, by the completeness policy; empty when complete. */
  readonly open: readonly string[]
  /** When it was first entered, where what was entered was corrected since; absent: `record.enteredAt`. */
  readonly firstEnteredAt?: string
  /** When it became complete; absent while it is not, and where it was when it was entered. */
  readonly completedAt?: string
  /** When it was complete and its identity settled; absent as before. */
  readonly settledAt?: string
  readonly signed?: SignedRecord
  /** The proof that it is under a day seal; the seal itself is kept by its hash. */
  readonly underSeal?: SealProof
  readonly signedAt?: string
  /** The minutes that stand in for a signature. */
  readonly minutesId?: string
  /** The operation that sends it. */
  readonly operationId?: Uuid
  readonly supersededBy?: string
  /** When the platform's record was put in the place of the one that was entered here. */
  readonly adoptedAt?: string
}

/** Whether a record can no longer be edited. */
export function isSealed(one: RecordCase): boolean {
  return isSigned(one) || one.minutesId !== undefined
}

/** Whether a record is signed, by itself or under a day seal. */
export function isSigned(one: RecordCase): boolean {
  return one.signed !== undefined || one.underSeal !== undefined
}

/** When a record was first entered. */
export function enteredAtOf({ firstEnteredAt, record }: RecordCase): string {
  return firstEnteredAt ?? record.enteredAt
}

/** Since when a record is complete; undefined while it is not. */
export function completedAtOf(one: RecordCase): string | undefined {
  return one.open.length > 0 ? undefined : (one.completedAt ?? enteredAtOf(one))
}

/** Since when a record is complete and its identity settled; undefined while it is not. */
export function settledAtOf(one: RecordCase): string | undefined {
  if (completedAtOf(one) === undefined || !identitySettled(one.record.identity)) return undefined
  return one.settledAt ?? enteredAtOf(one)
}

/** Of which facility and day a store is. */
export interface DayHead {
  readonly facility: string
  readonly date: CivilDate
  readonly canSign: boolean
}

/** The facility of a day. */
export type DayFacility = Pick<Facility, 'code' | 'district' | 'canSign'>
