import type { IdentityVerifier } from '@tiemchung/identity'
import type { DayReport } from '@tiemchung/schemas/wire'
import type { DaySigningEvent, Signer } from '@tiemchung/signing'
import type { DrainOptions, DrainProgress } from '../outbox/drain.js'
import type { DrainResult } from '../outbox/outbox.js'
import type { DayMinutes, DaySigning, SigningHow, VerificationContext } from './terms.js'

/** What a day is brought forward with; what is left out is not done. */
export interface ProceedHow {
  /** Asks the authority about every open identity, with `context`. */
  readonly verifier?: IdentityVerifier
  readonly context?: Omit<VerificationContext, 'signal' | 'onProgress'>
  /** Signs what is complete and matched. */
  readonly signer?: Signer
  readonly signing?: Omit<SigningHow, 'signal' | 'onEvent'>
  /** Draws up minutes over it, for a facility that cannot sign. */
  readonly minutes?: DayMinutes
  readonly sending?: Omit<DrainOptions, 'signal' | 'onProgress'>
  /** Sends the report of the day too. */
  readonly withReport?: boolean
  readonly onProgress?: (progress: ProceedProgress) => void
}

/** What is told while a day is brought forward. */
export type ProceedProgress =
  | { readonly stage: 'assess'; readonly done: number; readonly total: number }
  | { readonly stage: 'match'; readonly done: number; readonly total: number }
  | { readonly stage: 'sign'; readonly event: DaySigningEvent }
  | { readonly stage: 'minute'; readonly records: number }
  | { readonly stage: 'report'; readonly sequence: number }
  | { readonly stage: 'send'; readonly progress: DrainProgress }

/** The stages of bringing a day forward, in order. */
export type ProceedStage = ProceedProgress['stage']

/** What bringing a day forward came to. */
export interface Proceeded {
  /** Identities that were open. */
  readonly asked: number
  readonly signing?: DaySigning
  /** Records that new minutes vouch for. */
  readonly minuted: number
  readonly sending: DrainResult
  /** Stages that did not come to their end, by the code of their error; those behind were tried all the same. */
  readonly failed: readonly { readonly stage: ProceedStage; readonly code: string }[]
  /** The day after it. */
  readonly report: DayReport
}
