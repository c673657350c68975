/** Our words and the codes that FHIR has for them. */
import type { Answer } from '../engine/answer.js'
import type { Status } from '../policy/format.js'
import type { CodeableConcept, Coding } from './r4.js'

const own = 'https://tiemchung.dev/fhir/CodeSystem'

/** The code systems that a recommendation uses. */
export const systems = {
  forecastStatus: 'http://hl7.org/fhir/us/immds/CodeSystem/ForecastStatus',
  loinc: 'http://loinc.org',
  cvx: 'http://hl7.org/fhir/sid/cvx',
  product: `${own}/product`,
  reason: `${own}/eligibility-reason`,
} as const

const forecast = {
  complete: 'Complete',
  notComplete: 'Not Complete',
  notRecommended: 'Not Recommended',
  contraindicated: 'Contraindicated',
  agedOut: 'Aged Out',
  conditional: 'Conditional',
} as const

/** ImmDS forecast statuses: what waits for a day, a form or a signature is not complete. */
const forecastOf: Readonly<Record<Status, keyof typeof forecast>> = {
  contraindicated: 'contraindicated',
  complete: 'complete',
  tooOld: 'agedOut',
  tooYoung: 'notComplete',
  notRecommended: 'notRecommended',
  deferred: 'notComplete',
  tooSoon: 'notComplete',
  needsScreening: 'notComplete',
  unknown: 'conditional',
  needsConsent: 'notComplete',
  eligible: 'notComplete',
}

/** A status in ImmDS's words. */
export function forecastStatus(status: Status): Coding {
  const code = forecastOf[status]
  return { system: systems.forecastStatus, code, display: forecast[code] }
}

type Dates = Pick<Answer, 'earliest' | 'recommended' | 'overdueFrom' | 'lastDay'>

/** The four days of an answer by their LOINC codes, in this order. */
export const dateCriteria: readonly (readonly [keyof Dates, code: string, display: string])[] = [
  ['earliest', '30981-5', 'Earliest date to give'],
  ['recommended', '30980-7', 'Date vaccine due'],
  ['overdueFrom', '59778-1', 'Date when overdue for immunization'],
  ['lastDay', '59777-3', 'Latest date to give immunization'],
]

/** COVID-19 as a target disease. */
export const covid19: CodeableConcept = {
  coding: [
    {
      system: 'http://snomed.info/sct',
      code: '840539006',
      display: 'Disease caused by Severe acute respiratory syndrome coronavirus 2 (disorder)',
    },
  ],
  text: 'COVID-19',
}
