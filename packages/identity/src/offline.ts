export {
  type DuplicateGroup,
  type DuplicateOptions,
  type DuplicateReason,
  duplicateReasons,
  findDuplicates,
  type ListedPerson,
} from './duplicate/find-duplicates.js'
export { type BirthDateAgreement, compareBirthDates } from './match/birth-date.js'
export { type IdentityFacts, type MatchCheckId, matchPerson } from './match/match-person.js'
export { bareName, compareNames, foldName, type NameAgreement } from './match/name.js'
export { type MatchPolicy, matchPolicy1815 } from './match/policy.js'
export {
  checkHealthInsurance,
  type HealthInsurance,
  parseHealthInsurance,
} from './number/health-insurance.js'
export { type PassportNumber, parsePassport } from './number/passport.js'
export {
  checkPersonalNumber,
  type NumberClaims,
  type NumberFields,
  type PersonalNumber,
  parsePersonalNumber,
} from './number/personal-number.js'
export { type NumberKind, readTypedNumber, type TypedNumber } from './number/typed-number.js'
export { provinceOfBirthCode } from './number/provinces.js'
