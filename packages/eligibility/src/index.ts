export { parseCivilDate, parsePartialDate } from '@tiemchung/core'
export type {
  Answer,
  Course,
  DoseFinding,
  DoseReason,
  DoseValidity,
  Effect,
  JudgedDose,
  OfferedProduct,
  Reason,
  ReasonKind,
  RuleRef,
  TimelinePiece,
} from './engine/answer.js'
export { type EvaluateOptions, evaluate } from './engine/evaluate.js'
export { combineAnswers, type Combined } from './engine/combine.js'
export { evaluateCourses } from './engine/choose.js'
export { evaluateMany } from './engine/evaluate-many.js'
export { errorCatalogue } from './errors.js'
export { explain } from './message/explain.js'
export {
  type AgeCondition,
  type AgeWindow,
  type Cited,
  type Consenter,
  type CourseChoice,
  type DoseAcceptance,
  type DoseAge,
  type DosesCondition,
  type DoseSeason,
  type DoseUse,
  type EligibilityPolicy,
  eligibilityFormat,
  type FactCondition,
  type InfectionDeferral,
  type OtherVaccine,
  type PolicyDose,
  type PolicyInterval,
  type PolicyProduct,
  type PolicySeries,
  type RowPeriod,
  type ScreeningItem,
  type ScreeningRule,
  type SinceLastCondition,
  type SkipCondition,
  type SkipRule,
  type SpacingRule,
  type Status,
  screeningItems,
  statuses,
} from './policy/format.js'
export { lintEligibilityPolicy, parseEligibilityPolicy } from './policy/parse.js'
export { lintVolumes } from './policy/volumes.js'
export {
  definePolicySet,
  hashPolicySet,
  type PolicySet,
  type PolicySetOptions,
} from './policy-set/define.js'
export { lintPolicySet } from './policy-set/lint.js'
export type {
  Consent,
  GivenDose,
  Infection,
  Subject,
  SubjectFacts,
  YesNoUnknown,
} from './subject/subject.js'
export type {
  CivilDate,
  Issue,
  Language,
  PartialDate,
  PolicyAssumption,
  PolicySource,
  Sentences,
} from '@tiemchung/core'
