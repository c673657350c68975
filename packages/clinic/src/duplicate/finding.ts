import type { DuplicateReason } from '@tiemchung/identity/offline'

/** Why two entries may be one dose: the rules for persons of `@tiemchung/identity`, and three of doses. */
export type DoseDuplicateReason =
  /** The same row of the list was entered again. */
  | 'entered-again'
  /** Another row has the record already: the same facility, person, product, dose number and day. */
  | 'same-record'
  /** The same person, product and dose number, under another record. */
  | 'same-dose'
  /** The dose comes sooner after another of the vaccine than the policy allows. */
  | 'within-interval'
  | DuplicateReason

/** Entries that may be one dose. Nothing is dropped: people decide. */
export interface DuplicateFinding {
  /** `exact`: by the rules it is one dose. `near`: somebody has to look. */
  readonly kind: 'exact' | 'near'
  readonly reason: DoseDuplicateReason
  /** How likely it is one dose, from 0 to 1, as the scores in force say. */
  readonly score: number
  /** Rows of the list. */
  readonly keys: readonly string[]
  readonly records: readonly string[]
  /** Where the entries differ, as paths without values; only where both are at hand. */
  readonly differs?: readonly string[]
}

/** How likely each reason makes it that two entries are one dose. */
export type DuplicateScores = Readonly<Record<DoseDuplicateReason, number>>

/**
 * Scores in force unless a host brings its own. An assumption: no text gives any; they only order what people look at, and
 * nothing is decided by them.
 */
export const assumedDuplicateScores: DuplicateScores = {
  'entered-again': 1,
  'same-record': 1,
  'same-dose': 1,
  'same-number': 1,
  'same-name-birth-date-and-guardian': 0.95,
  'same-name-and-birth-date': 0.9,
  'same-name-and-birth-date-number-slip': 0.85,
  'within-interval': 0.7,
  'same-name-without-diacritics': 0.7,
  'same-name-partial-birth-date': 0.6,
  'same-name-in-neighbourhood': 0.4,
}
