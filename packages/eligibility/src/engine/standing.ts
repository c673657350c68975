/** What a plan says about a person, whatever the day. Versions that say the same have it in common. */
import type { Plan, PlanDose } from '../policy-set/compile.js'
import type { PolicySet } from '../policy-set/define.js'
import type { Day } from './days.js'
import { governingOn } from './govern.js'
import { type Stock, type Window, windowsOf } from './offer.js'
import type { RuleDays } from './rule-days.js'
import { type Case, personRules } from './rules.js'
import { duePlace } from './skip.js'

/** What a plan says about a person for whom one dose of it is due. */
export interface Standing {
  readonly plan: Plan
  readonly target: PlanDose | undefined
  /** All rules but those of age and period. */
  readonly rules: readonly RuleDays[]
  /** Those of them that stand in the way on some day. */
  readonly bars: readonly RuleDays[]
  readonly windows: readonly Window[]
}

/** What a plan says; `place` is that of the dose that is due. */
export function standingOf(plan: Plan, place: number, one: Case, stock: Stock): Standing {
  const target = plan.doses[place]
  const rules = personRules(plan, target, one)
  const bars: RuleDays[] = []
  for (const rule of rules) if (rule.from < rule.end) bars.push(rule)
  const windows = target === undefined ? [] : windowsOf(plan, target, one, stock)
  return { plan, target, rules, bars, windows }
}

/** What is known already, and for which place. */
interface Known {
  readonly place: number
  readonly standing: Standing
}

/** The standings of one person, each worked out once: where it can be, in the words of the day asked. */
export class Standings {
  readonly #one: Case
  readonly #stock: Stock
  readonly #asked: Plan
  readonly #known: Known[] = []

  constructor(set: PolicySet, one: Case, stock: Stock) {
    this.#one = one
    this.#stock = stock
    this.#asked = governingOn(set, one.bands, one.on).plan
  }

  /** What a plan, or one that says the same, says on a day. */
  on(plan: Plan, day: Day): Standing {
    const place = duePlace(plan, this.#one, day)
    for (const known of this.#known) {
      if (known.place === place && known.standing.plan.sense === plan.sense) return known.standing
    }
    const told = plan.sense === this.#asked.sense ? this.#asked : plan
    const standing = standingOf(told, place, this.#one, this.#stock)
    this.#known.push({ place, standing })
    return standing
  }
}
