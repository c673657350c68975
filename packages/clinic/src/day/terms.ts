/** What the verbs of a day are given, and what some of them come to. */
import type { AbortSignalLike } from '@tiemchung/core'
import type { RetentionPolicy } from '@tiemchung/identity'
import type { ConsentEvidence, Minutes, VerificationRequest } from '@tiemchung/schemas/wire'
import type { SignDayInput, SignDayOptions, UnsignedDayRecord } from '@tiemchung/signing'
import type { DayReportFacts } from '../report/day-report.js'
import type { ChildCase } from './child.js'

/** What goes with every question about an identity. */
export type VerificationContext = Pick<VerificationRequest, 'officer'> & {
  /** The paper or message in which the family agreed to the check. */
  readonly consentOf: (child: ChildCase) => ConsentEvidence
  /**
   * How long an answer is held; a child whose answer is older, and whose record is not sealed, is asked
   * about again. Default: `retentionPolicy69` of `@tiemchung/identity`.
   */
  readonly retention?: RetentionPolicy
  readonly signal?: AbortSignalLike
  /** Milliseconds between polls of a batch. */
  readonly pollMs?: number
  readonly onProgress?: (done: number, total: number) => void
}

/** Who enters or amends. */
export interface Enterer {
  readonly enteredBy: string
  /** Says that the entry is late: a closed day takes no other. */
  readonly late?: boolean
}

/** What a report is told beside what the store has. */
export type ReportHow = Pick<DayReportFacts, 'feedbackOpen' | 'earlier' | 'policyIssues'>

/** What signing a day came to. */
export interface DaySigning {
  readonly signed: number
  /** Records that the signer did not sign; the same call goes on with them. */
  readonly failed: readonly UnsignedDayRecord[]
  /** Records that may not be signed yet, and why. */
  readonly refused: readonly UnsignedDayRecord[]
}

/** How a day is signed. */
export interface SigningHow
  extends Partial<Pick<SignDayInput, 'mode'>>,
    Pick<SignDayOptions, 'batch' | 'signal' | 'onEvent'> {}

/** What minutes of a day are drawn up with. */
export type DayMinutes = Pick<Minutes, 'ledBy' | 'parties'>
