/** The policy document `eligibility-policy/1`: who may have which dose when, as cited data. */
import type { PolicyHead, Sentences } from '@tiemchung/core'
import type {
  AgeWindow,
  Cited,
  CourseChoice,
  DoseAcceptance,
  DoseAge,
  DoseSeason,
  DoseUse,
  OfferRule,
  OtherVaccine,
  RowPeriod,
  SkipRule,
  SpacingRule,
} from './course.js'

export type {
  AgeCondition,
  AgeWindow,
  Cited,
  Conditions,
  CourseChoice,
  DoseAcceptance,
  DoseAge,
  DosesCondition,
  DoseSeason,
  DoseUse,
  FactCondition,
  OfferRule,
  OtherVaccine,
  PersonFact,
  RowPeriod,
  SinceLastCondition,
  SkipCondition,
  SkipRule,
  SpacingRule,
} from './course.js'
export { personFacts } from './course.js'

/** The name and version of the format. */
export const eligibilityFormat = 'eligibility-policy/1'

/** Every status that an answer can have. */
export const statuses = [
  'contraindicated',
  'complete',
  'tooOld',
  'tooYoung',
  'notRecommended',
  'deferred',
  'tooSoon',
  'needsScreening',
  'unknown',
  'needsConsent',
  'eligible',
] as const

/** What an answer says in one word. */
export type Status = (typeof statuses)[number]

/** The eight questions of the children's screening form of 5002/QĐ-BYT, in its order. */
export const screeningItems = [
  'anaphylaxisToVaccine',
  'acuteOrProgressingDisease',
  'anyAllergy',
  'consciousnessOrBehaviourDisorder',
  'congenitalOrChronicDisease',
  'abnormalHeartOrLungSounds',
  'anaphylaxisGrade3',
  'otherContraindication',
] as const

/** One question of the screening form. */
export type ScreeningItem = (typeof screeningItems)[number]

/** Who may agree for a child. */
export const consenters = ['father', 'mother', 'guardian'] as const

/** Who agreed. */
export type Consenter = (typeof consenters)[number]

/** A vaccine of one brand and one strength. */
export interface PolicyProduct extends Cited {
  /** Brand and strength: `comirnaty-10`. */
  readonly id: string
  readonly brand: string
  readonly name: Sentences
  /** CDC's code, where one fits. */
  readonly cvx?: string
  /** Absent where the strength is not a weight: units, plaque-forming units, or only accepted in history. */
  readonly doseMcg?: number
  /** Decimal text, in millilitres: `0.2`. A product that is planned must have it. */
  readonly volumeMl?: string
  /** Ages at which it is planned; null when it is only accepted in history. */
  readonly use: AgeWindow | null
  /** Ages at which a dose that was given counts, with the days of grace before the first. */
  readonly counts: AgeWindow & Cited & { readonly graceDays: number }
  /** Whether a person should look before it is given. */
  readonly review?: boolean
}

/** A length of time that must pass since an earlier dose. */
export interface PolicyInterval extends Cited {
  /**
   * Since a counted dose by its number; since the last dose that was given and does not count; since the
   * last dose that was given for this course, whether it counts or not, but for products that never do;
   * or since the last dose of listed products, of this policy or of others.
   */
  readonly from:
    | { readonly dose: number }
    | { readonly previous: 'uncounted' | 'given' }
    | { readonly lastOf: readonly string[] }
  /** Applies only when that dose was one of these products; absent: always. */
  readonly after?: readonly string[]
  readonly min: string
  /** The length after which a dose that was given counts, days of grace apart. Default: `min`. */
  readonly countsFrom?: string
  /** Days short of it that are forgiven in history, never in planning. */
  readonly graceDays: number
  readonly recommended?: string
  readonly overdueAfter?: string
  readonly effective?: RowPeriod
}

/** One dose of a series. */
export interface PolicyDose extends Cited {
  /** Its number, counted through all series. */
  readonly n: number
  /** Product ids that may be planned for it. Empty: it is only recognised in history. */
  readonly products: readonly string[]
  readonly uses?: readonly DoseUse[]
  /** When present: a product is planned only where one of these rows offers it. Absent: all are. */
  readonly offers?: readonly OfferRule[]
  /** When present: the only products that count for this dose. Absent: all, by their own `counts`. */
  readonly accepts?: readonly DoseAcceptance[]
  /** Products that never count for this dose: given by mistake. */
  readonly never?: readonly string[]
  readonly ages?: readonly DoseAge[]
  readonly intervals?: readonly PolicyInterval[]
  /** A dose that misses an interval counts all the same when it keeps every one of these. */
  readonly acceptedIntervals?: readonly PolicyInterval[]
  readonly skipWhen?: readonly SkipRule[]
  /** Absent: all the year. */
  readonly seasons?: readonly DoseSeason[]
  /** It is due again after it was given, until it is passed over; only the last need not ever be. */
  readonly recurs?: boolean
  /** Must be of the same brand as this counted dose. */
  readonly sameBrandAs?: number
}

/** Doses that belong together. */
export interface PolicySeries {
  readonly id: string
  readonly name: Sentences
  readonly doses: readonly PolicyDose[]
}

/** A rule that an answer of the screening form sets off. */
export interface ScreeningRule extends Cited {
  readonly id: string
  readonly item: ScreeningItem
  readonly says: Sentences
}

/** Waiting for a length of time after the infection. */
export interface InfectionDeferral extends Cited {
  readonly id: string
  readonly fact: 'covid19Infection'
  /** `onset`: first symptom or first positive test. */
  readonly anchor: 'onset' | 'recovery'
  readonly for: string
  /** Numbers of the doses that wait. Absent: every dose does. */
  readonly doses?: readonly number[]
  readonly says: Sentences
}

/** A policy for vaccination by age, as data. */
export interface EligibilityPolicy extends PolicyHead {
  readonly format: typeof eligibilityFormat
  readonly title: Sentences
  readonly calendar: {
    /** Where a day does not exist: the first of the next month, or the last of the month. */
    readonly monthOverflow: 'forward' | 'clamp'
    /** Whether months since an event (not ages, not days) end on the same day or the next. */
    readonly firstDay: 'same' | 'next'
  }
  readonly population: AgeWindow &
    Cited & {
      /** Absent: for everybody. */
      readonly sex?: 'female' | 'male'
    }
  readonly products: readonly PolicyProduct[]
  readonly series: readonly PolicySeries[]
  readonly others?: readonly OtherVaccine[]
  readonly spacing?: readonly SpacingRule[]
  readonly choice?: CourseChoice
  /** The policy that takes over at `population.ageBefore`. */
  readonly ageTransition?: Cited & {
    readonly toPolicy: string
    /** Whether a person should look at a course that goes across the border. */
    readonly review: boolean
  }
  readonly infectionDeferrals: readonly InfectionDeferral[]
  /** A yes defers until the screening is done again. */
  readonly screeningDeferrals: readonly ScreeningRule[]
  readonly contraindications: readonly ScreeningRule[]
  readonly precautions: readonly ScreeningRule[]
  /** A yes means vaccination in hospital. */
  readonly hospital: readonly ScreeningRule[]
  /** Null where nobody's consent is asked for. */
  readonly consent: (Cited & { readonly by: readonly Consenter[] }) | null
  /** Which status is said when several apply: the first in this list. */
  readonly precedence: readonly Status[]
}
