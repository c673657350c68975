import type { PolicyHead } from '@tiemchung/core'

/** What is done with a record, in order, and with the report of its day at the end. */
export const daySteps = [
  'entered',
  'complete',
  'settled',
  'signed',
  'sent',
  'acknowledged',
  'reported',
] as const

/** One of {@link daySteps}. */
export type DayStep = (typeof daySteps)[number]

/**
 * When a step is due. `end-of-day`: before the midnight that ends the day, or the last of `days` more, Viet Nam
 * time. `at`: before that time of the day. `after`: so many minutes after the dose, or after its entry.
 */
export type StepDue =
  | { readonly kind: 'end-of-day'; readonly days: number }
  | { readonly kind: 'at'; readonly time: string }
  | { readonly kind: 'after'; readonly from: 'given' | 'entered'; readonly minutes: number }

/** By when one step must be done. */
export interface DayDeadline {
  readonly step: DayStep
  readonly due: StepDue
  /** The source or the assumption that it rests on, by its id in the same document. */
  readonly by: string
}

/** A part of the day that is reported apart; it begins at its time and lasts until the next. */
export interface DaySession {
  readonly id: string
  /** `07:30`, Viet Nam time. */
  readonly from: string
}

/** By when a day's work is done, and how the day is told apart. */
export interface DayPolicy extends PolicyHead {
  readonly format: 'day-policy/1'
  /** The name of the regime: `covid-2022-same-day`. */
  readonly regime: string
  /** At most one for each step; a step without one is due with the next that has one. */
  readonly deadlines: readonly DayDeadline[]
  /** Which day an amendment counts from: that of its entry, or that of the dose. */
  readonly amendmentsFrom: 'entered' | 'given'
  /** Whether identities are matched before the first dose of the day (8938/BYT-DP). */
  readonly matchBeforeFirstDose: boolean
  /** In the order of their times. */
  readonly sessions: readonly DaySession[]
}
