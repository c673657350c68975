import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { definePolicySet, evaluate, explain, hashPolicySet } from '@tiemchung/eligibility'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { markedText, person } from '../person.js'
import type { Decisions } from './decision.js'

const policies = definePolicySet(covid19Children5To11)
const subject = {
  birthDate: parsePartialDate('2015-06-01'),
  doses: [{ date: parseCivilDate('2022-04-14'), product: person.name }],
  facts: { note: markedText, person },
  consent: { state: 'agreed' },
}
const answer = () => evaluate(subject as never, policies, parseCivilDate('2022-05-20'))

export const eligibilityDecisions: Decisions = {
  reasons: {},
  recipes: {
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
