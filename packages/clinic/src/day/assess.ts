import type { CivilDate } from '@tiemchung/core'
import { type Answer, evaluate, type PolicySet, type Subject } from '@tiemchung/eligibility'
import type { Assessment, ListedChild } from './child.js'

/** The facts that the policies ask for, from a row of the list. */
export function subjectOf(child: ListedChild): Subject {
  const { consent } = child
  return {
    birthDate: child.person.birthDate,
    doses: child.doses.map(({ date, product }) => ({ date, product })),
    facts: { covid19Infection: child.infection, screening: child.screening },
    consent: { ...consent },
  }
}

/** What is kept of an answer. */
export function assessmentOf(answer: Answer): Assessment {
  return {
    status: answer.status,
    dose: answer.dose,
    earliest: answer.earliest,
    products: answer.products.map((product) => product.id),
    blockedBy: answer.reasons
      .filter((reason) => reason.effect === 'blocks')
      .map((reason) => reason.kind),
    handover: answer.handover?.policy ?? null,
    policy: `${answer.policy.id}@${answer.policy.version}`,
  }
}

/** Whether a child may have a dose on a day, and which. */
export function assess(child: ListedChild, policies: PolicySet, on: CivilDate): Assessment {
  return assessmentOf(evaluate(subjectOf(child), policies, on))
}
