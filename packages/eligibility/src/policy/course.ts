/** What a policy may say of one dose of a course beyond its products and intervals. All of it is optional. */
import type { CivilDate } from '@tiemchung/core'

/** What a rule rests on: ids of sources, ids of assumptions, at least one of either. */
export interface Cited {
  readonly cite: readonly string[]
  readonly assumes?: readonly string[]
}

/** From an age (included) to an age (excluded; absent: for life): ISO 8601 durations since birth. */
export interface AgeWindow {
  readonly ageFrom: string
  readonly ageBefore?: string
}

/**
 * The days, both included, on which a row is in force. A dose that was given is judged by the rows in
 * force on its own day; a day that is planned, by those in force on that day.
 */
export interface RowPeriod {
  readonly from?: CivilDate
  readonly to?: CivilDate
}

/** The ages of one dose. */
export interface DoseAge extends Cited {
  readonly from: string
  /** The age at which a dose that was given counts, days of grace apart. Default: `from`. */
  readonly countsFrom?: string
  /** Days short of it that are forgiven in history, never in planning. */
  readonly graceDays: number
  /** Where an age is recommended, the recommended intervals are silent: a late course catches up. */
  readonly recommended?: string
  readonly overdueAfter?: string
  /** The dose is too late from this age on. Absent: never. */
  readonly before?: string
  readonly effective?: RowPeriod
}

/** A product that is planned for this dose at other ages than its own `use`. */
export interface DoseUse extends AgeWindow {
  readonly product: string
}

/** A product that counts for this dose at these ages, whatever its own `counts` says. */
export interface DoseAcceptance extends AgeWindow {
  readonly product: string
  readonly graceDays: number
}

/** The age on the day. */
export interface AgeCondition {
  readonly age: {
    readonly from?: string
    readonly before?: string
    /** Days taken off `from`. */
    readonly graceDays?: number
  }
}

/** The time since the last dose that was given, whether it counts or not. */
export interface SinceLastCondition {
  readonly sinceLast: { readonly atLeast: string; readonly graceDays?: number }
}

/** How many doses were given before the day. */
export interface DosesCondition {
  readonly doses: {
    /** `counted`: those that count in the course; `given`: whether they count or not. */
    readonly which: 'counted' | 'given'
    /** Products of the policy or, where doses are only given, other vaccines. Absent: any of the policy. */
    readonly products?: readonly string[]
    readonly ageFrom?: string
    readonly ageBefore?: string
    /** Days taken off `ageFrom`. */
    readonly graceDays?: number
    /** First day. */
    readonly from?: CivilDate
    /** Last day. */
    readonly to?: CivilDate
    readonly atLeast?: number
    readonly atMost?: number
  }
}

/** What is asked of a person where a rule depends on it. */
export const personFacts = ['immunocompromised', 'highExposure'] as const

/** One such fact. */
export type PersonFact = (typeof personFacts)[number]

/** A fact about the person. Where nobody knows it, both answers are worked out. */
export interface FactCondition {
  readonly fact: PersonFact
  readonly is: 'yes' | 'no'
}

/** One condition of a rule that passes over a dose, or offers a product for it. */
export type SkipCondition = AgeCondition | SinceLastCondition | DosesCondition | FactCondition

/** Conditions that must all hold. */
export interface Conditions {
  readonly allOf: readonly SkipCondition[]
}

/**
 * Products that are planned for a dose on the days of the row, when any one of the alternatives holds:
 * what may follow what, by product and by date. It rules the plan; what counts once given, `accepts` says.
 */
export interface OfferRule extends Cited {
  readonly products: readonly string[]
  /** Absent: for everybody. */
  readonly anyOf?: readonly Conditions[]
  readonly effective?: RowPeriod
}

/** When a dose is passed over: any one of the alternatives, all of whose conditions hold. */
export interface SkipRule extends Cited {
  /** When a dose that was given is judged, when one is planned, or both. */
  readonly for: 'history' | 'plan' | 'both'
  readonly anyOf: readonly Conditions[]
}

/** Days, both included, on which a dose is planned; it counts on any. The last may have no end. */
export interface DoseSeason extends Cited {
  readonly from: CivilDate
  readonly to?: CivilDate
}

/** A vaccine of another programme, known here only because it keeps a distance. */
export interface OtherVaccine extends Cited {
  readonly id: string
}

/** How long after some vaccines others may not be given: for example after a live one. Same day is free. */
export interface SpacingRule extends Cited {
  readonly id: string
  /** Products of the policy, or other vaccines, that were given. */
  readonly after: readonly string[]
  /** Products of the policy that must wait. */
  readonly give: readonly string[]
  readonly min: string
  /** Enough in history when the earlier dose counts in this course. Default: `min`. */
  readonly minAfterCounted?: string
}

/** The place of the policy among several courses against the same disease. */
export interface CourseChoice extends Cited {
  /** The courses of one name are alternatives of each other. */
  readonly group: string
  /** The course that is begun when nothing was given. */
  readonly standard: boolean
  /** Where nothing else decides: the smallest first. */
  readonly preference: number
  /** A course of one product: it speaks only when every dose that was given counts in it. */
  readonly productPath?: boolean
  /** The ages at which it may be begun; days of grace are taken off each. */
  readonly startFrom?: string
  readonly startBefore?: string
  readonly startGraceDays?: number
}
