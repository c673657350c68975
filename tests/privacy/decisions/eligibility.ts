import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import {
  definePolicySet,
  evaluate,
  explain,
  hashPolicySet,
  lintVolumes,
} from '@tiemchung/eligibility'
import {
  type CohortColumns,
  CohortTally,
  columnsOf,
  compileCohort,
  evaluateCohort,
  evaluateColumns,
  forecastChart,
  openingsOf,
} from '@tiemchung/eligibility/cohort'
import { answerToFhir, covid19 } from '@tiemchung/eligibility/fhir'
import { renderPolicy, renderPolicyDifferences } from '@tiemchung/eligibility/page'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { planSessions } from '@tiemchung/eligibility/session'
import { markedText, person } from '../person.js'
import type { Decisions } from './decision.js'

const policies = definePolicySet(covid19Children5To11)
const subject = {
  birthDate: parsePartialDate('2015-06-01'),
  doses: [{ date: parseCivilDate('2022-04-14'), product: person.name }],
  facts: { note: markedText, person },
  consent: { state: 'agreed' },
}
const on = parseCivilDate('2022-05-20')
const answer = () => evaluate(subject as never, policies, on)

const [policy] = covid19Children5To11
if (policy === undefined) throw new Error('the children have a policy')
const words = (['vi', 'en'] as const).map((language) => ({ language, format: 'html' }) as const)

const plan = compileCohort(policies)
const columns = () => columnsOf(plan, [subject as never])
const bent = (): CohortColumns => ({ ...columns(), doseProduct: new Uint8Array([99]) })

async function drained(chunks: () => CohortColumns): Promise<unknown> {
  const told = []
  for await (const chunk of evaluateCohort(plan, [chunks()], on)) told.push(chunk)
  return told
}

function tallied(): unknown {
  const tally = new CohortTally(plan, { from: on, days: 7 })
  tally.add(evaluateColumns(plan, columns(), on))
  return [tally.statuses(), tally.blockedBy(), tally.possible()]
}

/** One visit of a marked child to a marked site. */
const planned = (site: string) => () => {
  const openings = [{ product: person.name, from: on, until: null }]
  const stock = [{ product: person.name, vials: 1, dosesPerVial: 1 }]
  const days = [{ date: on, capacity: 1 }]
  const { visits, unserved } = planSessions(
    [{ id: markedText, site, dose: 1, openings }],
    [{ id: markedText, days, stock }],
  )
  return [visits.length, unserved.map((one) => one.reason)]
}

export const eligibilityDecisions: Decisions = {
  reasons: {
    '@tiemchung/eligibility/cohort/workers#evaluateInWorkers':
      'needs worker threads; what a worker answers is evaluateColumns, and its errors hold no column',
  },
  recipes: {
    '@tiemchung/eligibility#lintVolumes': () => [() => lintVolumes(policy, covid19Children5To11)],
    '@tiemchung/eligibility/page#renderPolicy': () =>
      words.map((options) => () => renderPolicy(policy, options)),
    '@tiemchung/eligibility/page#renderPolicyDifferences': () =>
      words.map((options) => () => renderPolicyDifferences(covid19Children5To11, options)),
    '@tiemchung/eligibility/fhir#answerToFhir': () => [
      () =>
        answerToFhir(answer(), {
          patient: { reference: 'Patient/1' },
          targetDisease: covid19,
        }),
    ],
    '@tiemchung/eligibility/cohort#compileCohort': () => [
      () => compileCohort(policies).rules,
      () => compileCohort(policies, { products: [person.name] }).rules,
    ],
    '@tiemchung/eligibility/cohort#forecastChart': () =>
      words.map(({ language }) => () => {
        const title = { vi: 'Mũi 2', en: 'Second doses' }
        return forecastChart({ title, from: on, step: 7, values: [1, 2], language })
      }),
    '@tiemchung/eligibility/cohort#evaluateCohort': () => [
      () => drained(columns),
      () => drained(bent),
    ],
    '@tiemchung/eligibility/cohort#openingsOf': () => [
      () => openingsOf(plan, columns(), on),
      () => openingsOf(plan, bent(), on),
    ],
    '@tiemchung/eligibility/cohort#CohortTally': () => [tallied],
    '@tiemchung/eligibility/cohort#evaluateColumns': () => [
      () => evaluateColumns(plan, columns(), on),
      () => evaluateColumns(plan, bent(), on),
    ],
    '@tiemchung/eligibility/session#planSessions': () => [
      planned(markedText),
      planned(person.name),
    ],
    '@tiemchung/eligibility#explain': () =>
      (['vi', 'en'] as const).map((language) => () => explain(answer(), language)),
    '@tiemchung/eligibility#definePolicySet': () => [
      () => policies,
      () => definePolicySet(covid19Children5To11, { program: person.name }),
      () => definePolicySet(covid19Children5To11, { asOf: parseCivilDate('1999-01-01') }),
    ],
    '@tiemchung/eligibility#hashPolicySet': () => [() => hashPolicySet(policies, systemCrypto)],
  },
}
