import type { Infection } from '@tiemchung/eligibility'
import type {
  Consent,
  Examination,
  IdentityEvidence,
  Person,
  PriorDose,
  Screening,
} from '@tiemchung/schemas'
import type { VerificationRequest } from '@tiemchung/schemas/wire'

/** A child on the list of a day, before anybody has looked at it. */
export interface ListedChild {
  /** Names the row, and stays the same when the list is imported again. */
  readonly key: string
  readonly person: Person
  readonly doses: readonly PriorDose[]
  readonly consent: Consent
  readonly screening: Screening
  /** Vital signs and the written conclusion, when the form has them. */
  readonly examination?: Examination
  readonly infection: Infection
}

/** What became of an eligible child on the day. */
export type Attendance = 'given' | 'refused' | 'deferred' | 'absent'

/** What the policies said of a child, as it is kept: the whole answer can be had again. */
export interface Assessment {
  readonly status: string
  readonly dose: number | null
  readonly earliest: string | null
  readonly products: readonly string[]
  /** Rules that stand in the way, by id. */
  readonly blockedBy: readonly string[]
  readonly handover: string | null
  readonly policy: string
}

/** A child of the day and all that is known of it. */
export interface ChildCase extends ListedChild {
  readonly assessment?: Assessment
  readonly identity: IdentityEvidence
  readonly attendance?: Attendance
  /** The record that was entered for the child. */
  readonly firstRecordId?: string
  /** The record that stands for the child now: the first, or its newest amendment. */
  readonly recordId?: string
}

/** A question to the authority about a child, and what it rested on. */
export interface KeptQuestion {
  readonly key: string
  readonly request: VerificationRequest
  readonly asked: Pick<ChildCase, 'person' | 'identity'>
}
