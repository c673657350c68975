/** `cohort`: the children's rule for 10,000 children; by hand in integers, by us, and on date libraries. */
import { parseCivilDate } from '@tiemchung/core'
import { definePolicySet } from '@tiemchung/eligibility'
import {
  type CohortColumns,
  compileCohort,
  evaluateColumns,
  newAnswers,
} from '@tiemchung/eligibility/cohort'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import type { Bench } from './bench.js'
import { byHand } from './cohort/by-hand.js'
import { askedDay, askedOn, childrenFrom } from './cohort/children.js'
import { dateLibraries } from './cohort/date-libraries.js'

const children = 10_000
const compared = ['status', 'dose', 'earliest', 'lastDay', 'products'] as const

/** 10,000 children of which a third each have had no dose, one and two. */
export function cohort(): Bench {
  const plan = compileCohort(definePolicySet(covid19Children5To11))
  const codes = {
    comirnaty: plan.products.indexOf('comirnaty-10') + 1,
    spikevax: plan.products.indexOf('spikevax-50') + 1,
  }
  const columns: CohortColumns = childrenFrom(0, children, codes)
  const on = parseCivilDate(askedOn)
  const hand = newAnswers(children, askedDay)
  byHand(columns, hand, codes)
  const ours = evaluateColumns(plan, columns, on)
  for (const name of compared) {
    for (let child = 0; child < children; child += 1) {
      if (ours[name][child] !== hand[name][child]) throw new Error(`${name} of child ${child}`)
    }
  }
  return {
    ours: [
      {
        name: `by hand in integers, × ${children}`,
        run: () => {
          byHand(columns, hand, codes)
        },
      },
      { name: `evaluateColumns, × ${children}`, run: () => evaluateColumns(plan, columns, on) },
    ],
    peers: dateLibraries(columns),
    rounds: 15,
  }
}
