/** The facts about one person, as plain data: easily made from a row of a school list. */
import type { CivilDate, PartialDate } from '@tiemchung/core'
import type { Consenter, ScreeningItem } from '../policy/format.js'

/** An answer that may be missing. Absent means unknown, everywhere. */
export type YesNoUnknown = 'yes' | 'no' | 'unknown'

/** A dose that was given. */
export interface GivenDose {
  readonly date: CivilDate
  /** Product id of the policy, brand and strength: `comirnaty-10`. */
  readonly product?: string
  /** The brand alone, where the strength is not written down. Ignored when there is a product. */
  readonly brand?: string
}

/** The most recent infection. */
export interface Infection {
  readonly state: YesNoUnknown
  /** Day of the first symptom or of the first positive test. */
  readonly onset?: CivilDate
  readonly recovery?: CivilDate
}

/** What is known about the person's health. */
export interface SubjectFacts {
  readonly covid19Infection?: Infection
  /** Asked for by the additional dose of adults. */
  readonly immunocompromised?: YesNoUnknown
  /** Work or duty that exposes; asked for by the fourth dose of adults. */
  readonly highExposure?: YesNoUnknown
  /** Answers of the screening form, valid for the day of the evaluation. */
  readonly screening?: Readonly<Partial<Record<ScreeningItem, YesNoUnknown>>>
}

/** What the parent or guardian said. */
export interface Consent {
  readonly state: 'agreed' | 'refused' | 'none'
  readonly by?: Consenter
  /** Agreement counts from this day on; absent: always. */
  readonly date?: CivilDate
}

/** One person to be evaluated. */
export interface Subject {
  /** `YYYY-MM-DD`; a year or a month alone is evaluated at both ends. */
  readonly birthDate: PartialDate
  /** Asked for by policies that are for one sex alone. */
  readonly sex?: 'female' | 'male'
  /** In any order. */
  readonly doses: readonly GivenDose[]
  readonly facts: SubjectFacts
  readonly consent?: Consent
}
