/** The answer of an evaluation. Every `from`, `to`, `until` and `lastDay` is a day that is included. */
import type { CivilDate, Params, PolicyAssumption, Sentences } from '@tiemchung/core'
import type { Status } from '../policy/format.js'

/** How far the course has come. */
export type Course = 'notStarted' | 'inProgress' | 'complete' | 'agedOut' | 'contraindicated'

/** What a reason is about. */
export type ReasonKind =
  | 'age'
  | 'policyPeriod'
  | 'course'
  | 'doseAge'
  | 'interval'
  | 'spacing'
  | 'season'
  | 'sex'
  | 'historyOnly'
  | 'productAge'
  | 'brand'
  | 'mixing'
  | 'personFact'
  | 'stock'
  | 'infection'
  | 'contraindication'
  | 'screeningDeferral'
  | 'precaution'
  | 'hospital'
  | 'screening'
  | 'consent'
  | 'history'
  | 'noDayLeft'
  | 'birthDate'
  | 'ageTransition'
  | 'productReview'

/** What a rule says on the day. `informs`: neither for nor against. */
export type Effect = 'allows' | 'blocks' | 'informs' | 'unknown'

/** A rule and what it rests on. */
export interface RuleRef {
  /** Stable id within the policy: `age`, `dose-2/interval-1`, `infection`. */
  readonly rule: string
  /** Numbers of the instruments: `3405/BYT-DP`. */
  readonly cite: readonly string[]
}

/** What one rule says about the person on the day. */
export interface Reason extends RuleRef {
  readonly kind: ReasonKind
  readonly effect: Effect
  /** First day on which the rule allows. */
  readonly from?: CivilDate
  /** Last day on which the rule allows. */
  readonly to?: CivilDate
  readonly assumes: readonly PolicyAssumption[]
  readonly params: Params
  /** The policy's own words for the rule. */
  readonly says?: Sentences
}

/** Whether a dose that was given counts. `extra`: harmless and not counted. */
export type DoseValidity = 'valid' | 'validByGrace' | 'invalid' | 'extra' | 'unknown'

/** What was found about a dose that was given. */
export type DoseFinding =
  | 'afterAssessment'
  | 'beforeBirth'
  | 'sameDay'
  | 'noPolicy'
  | 'courseFull'
  | 'otherVaccine'
  | 'productMissing'
  | 'productUnknown'
  | 'strengthUnknown'
  | 'tooYoung'
  | 'tooOld'
  | 'inadvertent'
  | 'notAccepted'
  | 'otherBrand'
  | 'tooSoon'
  | 'spacing'
  | 'acceptedInterval'
  | 'grace'
  | 'offPlan'
  | 'birthDate'

/** One finding about a dose, with the rule that made it. */
export interface DoseReason extends RuleRef {
  readonly finding: DoseFinding
  readonly params: Params
}

/** The judgement of one dose. */
export interface JudgedDose {
  /** Its place in the subject's list. */
  readonly index: number
  /** Its number in the course, when it counts. */
  readonly n: number | null
  readonly validity: DoseValidity
  readonly reasons: readonly DoseReason[]
}

/** A product that may be given for the dose that is due. */
export interface OfferedProduct {
  readonly id: string
  readonly from: CivilDate
  readonly until: CivilDate | null
  /** Null where the strength is not a weight. */
  readonly doseMcg: number | null
  readonly volumeMl: string | null
  /** False when the policy asks for a person's review before it is given. */
  readonly preferred: boolean
}

/** A stretch of days with the same answer. */
export interface TimelinePiece {
  readonly from: CivilDate
  readonly to: CivilDate | null
  readonly status: Status
  readonly dose: number | null
  readonly products: readonly string[]
  /** Id of the policy that speaks; null where the birth date leaves it open. */
  readonly policy: string | null
}

/** What is due, from when, why, and when the answer changes. */
export interface Answer {
  readonly on: CivilDate
  readonly status: Status
  readonly course: Course
  /** Number of the dose that is due; null when none is, or when it is not known. */
  readonly dose: number | null
  /** Id of the series of that dose. */
  readonly series: string | null
  /**
   * First day on which no known rule stands in the way. It may lie in the past. Screening, consent
   * and what stands in `needs` may still move it.
   */
  readonly earliest: CivilDate | null
  readonly recommended: CivilDate | null
  readonly overdueFrom: CivilDate | null
  readonly lastDay: CivilDate | null
  readonly products: readonly OfferedProduct[]
  readonly site: 'any' | 'hospital'
  readonly cautions: readonly RuleRef[]
  /** First day on which status, dose, products or policy change if nothing else happens. */
  readonly nextChange: {
    readonly on: CivilDate
    readonly status: Status
    readonly because: RuleRef
  } | null
  /** From birth, or from the last dose given, on; assumes that facts stay as they are. */
  readonly timeline: readonly TimelinePiece[]
  readonly doses: readonly JudgedDose[]
  readonly reasons: readonly Reason[]
  /** Facts that would settle what is open: `consent`, `screening.anyAllergy`, `doses[0].product`. */
  readonly needs: readonly string[]
  /** Set when the dose that is due belongs to another policy than the one asked. */
  readonly handover: { readonly policy: string; readonly from: CivilDate } | null
  /** Set when only the year or month of birth is known. */
  readonly uncertain: {
    readonly birthDate: { readonly from: CivilDate; readonly to: CivilDate }
    /** Between which days `earliest` truly lies. */
    readonly earliest: { readonly from: CivilDate; readonly to: CivilDate } | null
  } | null
  readonly policy: { readonly id: string; readonly version: string; readonly hash?: string }
}
