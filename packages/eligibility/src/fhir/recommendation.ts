import type { Language } from '@tiemchung/core'
import type { Answer } from '../engine/answer.js'
import { explain } from '../message/explain.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { dateCriteria, forecastStatus, systems } from './codes.js'
import type {
  CodeableConcept,
  DateCriterion,
  ImmunizationRecommendation,
  Recommendation,
  Reference,
} from './r4.js'

/** What an answer does not say of itself. */
export interface RecommendationOptions {
  readonly patient: Reference
  /** What the vaccine is against, for example `covid19`. */
  readonly targetDisease: CodeableConcept
  /** The policies of the answer; they know names and CVX codes of products. */
  readonly policies?: readonly EligibilityPolicy[]
  /** Who stands behind the policy. */
  readonly authority?: Reference
  readonly id?: string
  /** Language of the description; default `vi`. */
  readonly language?: Language
}

function vaccinesOf(answer: Answer, options: RecommendationOptions): CodeableConcept[] {
  const { policies = [], language = 'vi' } = options
  const known = policies.flatMap((policy) => policy.products)
  return answer.products.map(({ id }) => {
    const product = known.find((one) => one.id === id)
    const cvx = product?.cvx === undefined ? [] : [{ system: systems.cvx, code: product.cvx }]
    return {
      coding: [{ system: systems.product, code: id }, ...cvx],
      ...(product === undefined ? {} : { text: product.name[language] }),
    }
  })
}

/** What stands in the way, with the numbers of its instruments. */
function reasonsOf({ reasons }: Answer): CodeableConcept[] {
  return reasons
    .filter(({ effect }) => effect === 'blocks' || effect === 'unknown')
    .map(({ kind, rule, cite }) => ({
      coding: [{ system: systems.reason, code: kind }],
      text: cite.length === 0 ? rule : `${rule} (${cite.join(', ')})`,
    }))
}

function criteriaOf(answer: Answer): DateCriterion[] {
  return dateCriteria.flatMap(([field, code, display]) => {
    const value = answer[field]
    return value === null
      ? []
      : [{ code: { coding: [{ system: systems.loinc, code, display }] }, value }]
  })
}

/** FHIR has no empty lists. */
const listed = <Name extends string, Value>(name: Name, values: readonly Value[]) =>
  (values.length === 0 ? {} : { [name]: values }) as { readonly [key in Name]?: Value[] }

function recommendationOf(answer: Answer, options: RecommendationOptions): Recommendation {
  const { dose, series, status } = answer
  return {
    ...listed('vaccineCode', vaccinesOf(answer, options)),
    targetDisease: options.targetDisease,
    forecastStatus: { coding: [forecastStatus(status)], text: status },
    ...listed('forecastReason', reasonsOf(answer)),
    ...listed('dateCriterion', criteriaOf(answer)),
    description: explain(answer, options.language ?? 'vi').join('\n'),
    ...(series === null ? {} : { series }),
    ...(dose === null ? {} : { doseNumberPositiveInt: dose }),
  }
}

/**
 * An answer as a FHIR R4 `ImmunizationRecommendation`: status in the words of ImmDS, earliest, due, overdue and latest
 * day under their LOINC codes, vaccines, reasons with their instruments, and the explanation as the description. Our
 * own, finer status is the text of the forecast status.
 *
 * FHIR keeps days only: which facts are missing, the timeline and the judgement of past doses stay with the answer.
 *
 * @example
 * ```ts
 * import type { Answer } from '@tiemchung/eligibility'
 * import { answerToFhir, covid19 } from '@tiemchung/eligibility/fhir'
 * const resource = (answer: Answer) =>
 *   answerToFhir(answer, { patient: { reference: 'Patient/example' }, targetDisease: covid19 })
 * ```
 */
export function answerToFhir(
  answer: Answer,
  options: RecommendationOptions,
): ImmunizationRecommendation {
  const { id, patient, authority } = options
  return {
    resourceType: 'ImmunizationRecommendation',
    ...(id === undefined ? {} : { id }),
    patient,
    date: answer.on,
    ...(authority === undefined ? {} : { authority }),
    recommendation: [recommendationOf(answer, options)],
  }
}
