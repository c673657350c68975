import { addDays, type CivilDate, endOfDay, type PolicyHead, startOfDay } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import type { Minutes } from '@tiemchung/schemas/wire'
import { amendmentDay } from '../record/record-of.js'
import type { IssuerKind, SignedThing, SignerRole } from '../register/signer-register.js'

/** In what capacity what may be signed, with whose certificates. */
export interface RoleRight {
  readonly role: SignerRole
  readonly signs: readonly SignedThing[]
  readonly issuerKinds: readonly IssuerKind[]
  /** The source or the assumption that this rests on, by its id in the same document. */
  readonly by: string
}

/** Who may sign, when records must be signed, and what stands in while a facility cannot. */
export interface SigningPolicy extends PolicyHead {
  readonly format: 'signing-policy/1'
  /** Days after its day until whose end a record must be signed; 0 is the same day. */
  readonly withinDays: number
  /** Which day an amendment counts from: that of its entry, or that of the dose. */
  readonly amendmentsFrom: 'entry' | 'dose'
  /**
   * What shows that a record was signed in time: the signer's word, or nothing but a proof (a timestamp, or the
   * verifier's own note of when it was there).
   */
  readonly inTimeBy: 'claim' | 'proof'
  /** What becomes of a record that was signed late: refused, or left open. It is never let through silently. */
  readonly whenLate: 'failed' | 'unknown'
  /** Who may sign what; a role that is not here signs nothing. */
  readonly whoMaySign: readonly RoleRight[]
  /** Minutes (biên bản) as evidence in place of a signature. */
  readonly minutes: {
    readonly allowed: 'while-no-certificate' | 'never'
    /** Who may lead them. */
    readonly ledBy: readonly Minutes['ledBy']['role'][]
    /** What may take their place once the facility can sign. */
    readonly replacedBy: 'later-seal' | 'nothing'
  }
}

/** The instant before which a record of this day must be signed: the end of the last day that the policy gives. */
export function signingDeadline(day: CivilDate, policy: SigningPolicy): Date {
  return endOfDay(addDays(day, policy.withinDays))
}

/** The day from which the time to sign a record counts: that of the dose, or that of an amendment's entry. */
export function signingDay(record: DoseRecord, policy: SigningPolicy): CivilDate {
  const entered = policy.amendmentsFrom === 'entry' ? amendmentDay(record) : undefined
  return entered ?? record.dose.date
}

/**
 * Whether a record was signed on its day or within the days that the policy gives, Viet Nam time; a
 * signature from before the day is not in time either.
 *
 * Give the time of receipt or of a timestamp where you have it: what a signature claims is the
 * signer's word. It does not look whether the policy was in force; choose it with `selectPolicy`.
 *
 * @example
 * ```ts
 * import { isSignedInTime, signingPolicy1815 } from '@tiemchung/signing'
 * import type { DoseRecord } from '@tiemchung/schemas'
 * declare const record: DoseRecord
 * isSignedInTime(record, new Date('2022-05-20T16:59:59Z'), signingPolicy1815)
 * ```
 */
export function isSignedInTime(record: DoseRecord, signedAt: Date, policy: SigningPolicy): boolean {
  const day = signingDay(record, policy)
  const time = signedAt.getTime()
  return startOfDay(day).getTime() <= time && time < signingDeadline(day, policy).getTime()
}
