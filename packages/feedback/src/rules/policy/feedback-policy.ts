import type { Confidence, PolicyHead, Sentences } from '@tiemchung/core'
import type { FeedbackState, FeedbackType, Handler, RejectionReason } from '@tiemchung/schemas'

/** Levels at which feedback is handled. */
export type Level = Handler['level']

/** One row of the routing table; the first that fits says who answers for an item. */
export interface FeedbackRoute {
  /** What the item must name. */
  readonly when: 'facility' | 'commune' | 'district' | 'province' | 'always'
  /** Types it is for; all when absent. */
  readonly types?: readonly FeedbackType[]
  readonly to: Level
  /**
   * Levels of the same place that may take the item from the daily list. Empty: it is with its handler at
   * once. Otherwise nobody has it until somebody takes it.
   */
  readonly openTo: readonly Level[]
  /** Sources and assumptions of the same document. */
  readonly cite: readonly string[]
  readonly confidence: Confidence
}

/** Overdue for so long, an item is shown to a level above its handler. */
export interface Escalation {
  /** Hours after the limit. */
  readonly afterHours: number
  readonly to: Level
}

/** How the time for an answer is counted. */
export interface FeedbackClock {
  /** Hours from recording to the decision. */
  readonly hours: number
  /** Hours before the limit from which an item is pointed out. */
  readonly warnHours: number
  /** Whether *processed later* counts as the answer. */
  readonly laterMeets: boolean
  /** States in which it stands still. */
  readonly pausedIn: readonly FeedbackState[]
  readonly escalations: readonly Escalation[]
}

/** A reason for rejecting: what it says, and what the reporter is to bring. */
export interface Rejection {
  readonly reason: RejectionReason
  readonly says: Sentences
  readonly bring: Sentences
}

/** How feedback is routed, how long handling may take, what may be decided. */
export interface FeedbackPolicy extends PolicyHead {
  readonly format: 'feedback-policy/1'
  readonly clock: FeedbackClock
  readonly routes: readonly FeedbackRoute[]
  /** To which levels each level may pass an item on. */
  readonly passOn: Readonly<Record<Level, readonly Level[]>>
  readonly evidence: {
    readonly mediaTypes: readonly string[]
    /** Bytes of one file. */
    readonly largest: number
    readonly most: number
  }
  readonly rejections: readonly Rejection[]
}
