/** Answers as FHIR R4. */
export { covid19 } from './codes.js'
export { answerToFhir, type RecommendationOptions } from './recommendation.js'
export type {
  CodeableConcept,
  Coding,
  DateCriterion,
  ImmunizationRecommendation,
  Recommendation,
  Reference,
} from './r4.js'
export type { Answer } from '../engine/answer.js'
export type { EligibilityPolicy } from '../policy/format.js'
export type { Language } from '@tiemchung/core'
