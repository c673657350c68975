/** The rates that the generator keeps to. The demo prints them under its table. */

/** Measured in March 2022 over 76,625,823 people (see docs): shares of everybody who can be matched. */
export const measured = {
  wrong: 0.248,
  unverifiable: 0.034,
  withoutOrMalformed: 0.046,
} as const

/** Assumed, because no figure was published: named, and printed as assumptions. */
export const assumed = {
  /** Of those without or with a malformed number: none at all. */
  noNumberAtAll: 0.7,
  /** What is wrong, of the wrong ones. */
  wrongField: { name: 0.35, number: 0.25, 'birth-date': 0.25, sex: 0.15 },
  /** The register is wrong rather than the list, of the wrong ones. */
  registerIsWrong: 0.3,
  /** Corrected on the day and matched again, of the wrong ones. */
  corrected: 0.5,
  refusedConsent: 0.05,
  noConsentYet: 0.012,
  recentInfection: 0.07,
  acuteDisease: 0.012,
  contraindicated: 0.002,
  alreadyComplete: 0.01,
  tooSoon: 0.03,
  /** Of the eligible ones, due for dose 2. */
  dueForDose2: 0.45,
  yearOnly: 0.02,
  absent: 0.03,
  refusedOnTheDay: 0.005,
  deferredOnTheDay: 0.01,
  /** Listed twice: at school and by the commune. */
  listedTwice: 0.02,
  guardianMissing: 0.01,
} as const
