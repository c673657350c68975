import type { Uuid } from '@tiemchung/core'
import type { DoseRecord, Facility } from '@tiemchung/schemas'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import type { SealProof } from '@tiemchung/signing'

/** A record of the day and how far it has come. */
export interface RecordCase {
  readonly record: DoseRecord
  /** Codes of what is missing or wrong, by the completeness policy; empty when complete. */
  readonly open: readonly string[]
  readonly signed?: SignedRecord
  /** The proof that it is under a day seal; the seal itself is kept by its hash. */
  readonly underSeal?: SealProof
  readonly signedAt?: string
  /** The minutes that stand in for a signature. */
  readonly minutesId?: string
  /** The operation that sends it. */
  readonly operationId?: Uuid
  readonly supersededBy?: string
}

/** Whether a record can no longer be edited. */
export function isSealed(one: RecordCase): boolean {
  return isSigned(one) || one.minutesId !== undefined
}

/** Whether a record is signed, by itself or under a day seal. */
export function isSigned(one: RecordCase): boolean {
  return one.signed !== undefined || one.underSeal !== undefined
}

/** The facility of a day. */
export type DayFacility = Pick<Facility, 'code' | 'district' | 'canSign'>
