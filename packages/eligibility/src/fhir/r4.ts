/** The elements of FHIR R4 (4.0.1) that a recommendation is written in, in the form of FHIR's JSON. */

/** A code of a code system. */
export interface Coding {
  system?: string
  code?: string
  display?: string
}

/** One concept, in the codes of several systems. */
export interface CodeableConcept {
  coding?: Coding[]
  text?: string
}

/** A pointer at a resource. */
export interface Reference {
  reference?: string
  identifier?: { system?: string; value?: string }
  display?: string
}

/** One day that matters, and what it is. */
export interface DateCriterion {
  code: CodeableConcept
  value: string
}

/** What is recommended against one disease. */
export interface Recommendation {
  vaccineCode?: CodeableConcept[]
  targetDisease: CodeableConcept
  forecastStatus: CodeableConcept
  forecastReason?: CodeableConcept[]
  dateCriterion?: DateCriterion[]
  description?: string
  series?: string
  doseNumberPositiveInt?: number
}

/** A forecast for one patient. */
export interface ImmunizationRecommendation {
  resourceType: 'ImmunizationRecommendation'
  id?: string
  patient: Reference
  date: string
  authority?: Reference
  recommendation: [Recommendation, ...Recommendation[]]
}
