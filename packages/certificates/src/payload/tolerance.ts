/** Liberties that certificates found in the world take with the DCC schema. */
export const payloadTolerances = [
  /** Members that are null or undefined; they count as absent. */
  'null-members',
  /** Blanks around a text; they are dropped. */
  'surrounding-blanks',
  /** A date as CBOR tag 0 instead of text. */
  'tagged-dates',
  /** A dose number written as a float: 2.0. */
  'whole-floats',
  /** A time behind a day, a day that does not exist, no offset, or an empty optional date. */
  'loose-dates',
  /** Standardised names with other characters than A to Z and `<`. */
  'loose-standard-names',
  /** Codes that the given value sets do not have. */
  'unknown-codes',
] as const

/** A liberty that a payload takes with its schema. */
export type PayloadTolerance = (typeof payloadTolerances)[number]
