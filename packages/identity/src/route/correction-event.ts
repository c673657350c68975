import type { Uuid } from '@tiemchung/core'
import type { IdentityStatus } from '@tiemchung/schemas'
import type { MatchField } from '@tiemchung/schemas/wire'
import type { CaseClass } from './case-class.js'

/** Who did something: an office of a place, and the account of the person. */
export interface CorrectionActor {
  readonly office: 'health' | 'residents-group' | 'police'
  /** Commune code, or facility code. */
  readonly unit: string
  readonly officer: string
}

/** Which side is wrong. */
export type CorrectionOutcome = 'claim-wrong' | 'register-wrong'

/** What a decision rests on. */
export type CorrectionReason =
  | 'birth-certificate'
  | 'citizen-card'
  | 'residence-file'
  | 'civil-register'
  | 'person-heard'

/** One thing that happened, as it is appended and never changed. Values of people stand in none. */
export type CorrectionStep =
  | {
      readonly kind: 'opened'
      readonly class: CaseClass
      readonly mismatched: readonly MatchField[]
      /** The commune whose list the case is on. */
      readonly commune: string
    }
  | { readonly kind: 'handed-over'; readonly listId: Uuid }
  | {
      readonly kind: 'decided'
      readonly outcome: CorrectionOutcome
      readonly fields: readonly MatchField[]
      readonly because: CorrectionReason
      /** The signed list that says so, when there is one. */
      readonly listId?: Uuid | undefined
    }
  /** The record was amended, or the population database was, in the fields that were decided on. */
  | { readonly kind: 'corrected'; readonly fields: readonly MatchField[] }
  | {
      readonly kind: 'answered'
      readonly status: IdentityStatus
      readonly class: CaseClass
      readonly mismatched: readonly MatchField[]
    }

/** An event: what, about which record, when and by whom. */
export interface CorrectionEvent {
  readonly id: Uuid
  readonly recordId: string
  readonly at: string
  readonly by: CorrectionActor
  readonly step: CorrectionStep
}
