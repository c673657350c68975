/** The rates that the generator keeps to. The demo prints them under its table. */

/** Measured in March 2022 over 76,625,823 people: shares of everybody who was sent for matching. */
export const measured = {
  correct: 0.672,
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
  /** The register is wrong rather than the list, of those whose number is right. */
  registerIsWrong: 0.3,
  /** Corrected on the day and matched again, of the wrong ones. */
  corrected: 0.5,
  /** One child in so many, by place in the list: whatever its other classes are. */
  oneIn: {
    alreadyTwelve: 25,
    notYetFive: 60,
    yearOnlyAndUnsure: 300,
    outOfSchool: 20,
    elsewhere: 11,
  },
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
  /** Typed wrong at the desk, of the doses given; every second one is put right on the day. */
  entrySlip: 0.02,
  /** Rows that the first import refuses. */
  rowSlip: 0.005,
  /** Listed twice: at school and by the commune. */
  listedTwice: 0.02,
  guardianMissing: 0.01,
} as const
