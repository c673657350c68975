/** A cohort as columns: one number of each kind per child, days as day numbers since 1970-01-01. */
import { refuseColumns } from './refuse.js'

/** States of the infection, as they stand in the column. */
export const infectionStates = ['unknown', 'no', 'yes'] as const

/**
 * What the guardian said: nothing or no, yes by somebody unnamed, yes by whom.
 */
export const consentStates = ['none', 'agreed', 'father', 'mother', 'guardian'] as const

/** A product or a brand that stands in the dose, and that no policy of the set knows. */
export const unknownCode = 255

/** The facts about many children. Every array has a place per child, those of doses a place per dose. */
export interface CohortColumns {
  readonly length: number
  /** First and last possible day of birth; the same where the day is known. */
  readonly birthFirst: Int32Array
  readonly birthLast: Int32Array
  /** Where the doses of each child begin; one more at the end. */
  readonly doseStart: Uint32Array
  /** By child, in the order of days. Of two on one day, the one that says more comes first. */
  readonly doseDay: Int32Array
  /** Place in `CohortPlan.products` plus 1; 0: not written down; 255: unknown to every policy. */
  readonly doseProduct: Uint8Array
  /** Place in `CohortPlan.brands` plus 1; 0 and 255 as above. Ignored where there is a product. */
  readonly doseBrand: Uint8Array
  /** Place in `infectionStates`. */
  readonly infection: Uint8Array
  /** `noDay` where it is not known. */
  readonly onset: Int32Array
  readonly recovery: Int32Array
  /** A bit for each of `screeningItems`, in their order: answered with yes; answered at all. */
  readonly screeningYes: Uint8Array
  readonly screeningKnown: Uint8Array
  /** Place in `consentStates`. */
  readonly consent: Uint8Array
  /** First day of the agreement; `noDay`: always. */
  readonly consentFrom: Int32Array
}

/** The answers about many children, a place per child. */
export interface CohortAnswers {
  readonly length: number
  /** Day number of the day that was asked about. */
  readonly on: number
  /** Place in `statuses`. */
  readonly status: Uint8Array
  /** Number of the dose that is due; 0 when none is, or when it is not known. */
  readonly dose: Uint8Array
  /** First day on which no known rule stands in the way; `noDay` when there is none. May lie in the past. */
  readonly earliest: Int32Array
  /** Last such day without a break; `openEnd` when it never ends, `noDay` when there is none. */
  readonly lastDay: Int32Array
  /** A bit for each of `CohortPlan.products`: may be given on the day, or on `earliest` if that is later. */
  readonly products: Uint16Array
  /** A bit for each of `CohortPlan.rules` that stands in the way on the day, or may. */
  readonly blockedBy: Uint32Array
  /** First day on which status, dose, products or policy change by themselves; `noDay` when never. */
  readonly nextChange: Int32Array
}

/** As many as an array of the language holds. */
const most = 2 ** 32 - 2

function checkLength(count: number, name: string): void {
  if (!Number.isSafeInteger(count) || count < 0 || count > most) throw refuseColumns([name])
}

/**
 * Columns of so many children and doses, all zero: nothing is known, nobody is born yet.
 *
 * @throws InputError `eligibility.columns` when a count is none
 */
export function newColumns(length: number, doses: number): CohortColumns {
  checkLength(length, 'length')
  checkLength(doses, 'doses')
  return {
    length,
    birthFirst: new Int32Array(length),
    birthLast: new Int32Array(length),
    doseStart: new Uint32Array(length + 1),
    doseDay: new Int32Array(doses),
    doseProduct: new Uint8Array(doses),
    doseBrand: new Uint8Array(doses),
    infection: new Uint8Array(length),
    onset: new Int32Array(length),
    recovery: new Int32Array(length),
    screeningYes: new Uint8Array(length),
    screeningKnown: new Uint8Array(length),
    consent: new Uint8Array(length),
    consentFrom: new Int32Array(length),
  }
}

/**
 * Answers of so many children, all empty.
 *
 * @throws InputError `eligibility.columns` when the count is none
 */
export function newAnswers(length: number, on: number): CohortAnswers {
  checkLength(length, 'length')
  return {
    length,
    on,
    status: new Uint8Array(length),
    dose: new Uint8Array(length),
    earliest: new Int32Array(length),
    lastDay: new Int32Array(length),
    products: new Uint16Array(length),
    blockedBy: new Uint32Array(length),
    nextChange: new Int32Array(length),
  }
}
