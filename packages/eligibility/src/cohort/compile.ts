/** A set of policies made ready for columns: rules in integers, versions that say the same made one. */
import type { PolicySet, Program } from '../policy-set/define.js'
import { always, toWhole } from './ends.js'
import { type Places, type RuleNumbers, ruleNumbers } from './integer-rules.js'
import { checkColumnar } from './known-members.js'
import { refuse } from './refuse.js'
import { RuleNames } from './rule-names.js'

/** What else the caller knows. */
export interface CohortOptions {
  /** Product ids at hand. Default: every product that the policies plan. */
  readonly products?: readonly string[]
}

/** Days `[from, end)` on which one version of a policy speaks. */
export interface Reign {
  readonly from: number
  readonly end: number
  readonly inForce: boolean
  /** Place in `CohortPlan.versions`. */
  readonly version: number
}

/** A set of policies, ready for columns. Plain data: it may travel to other threads. */
export interface CohortPlan {
  readonly set: PolicySet
  /** Product ids, in the order of their bits and codes. */
  readonly products: readonly string[]
  /** Brands, in the order of their codes. */
  readonly brands: readonly string[]
  /** Rules, in the order of their bits, by the names that `Reason.rule` has. */
  readonly rules: readonly string[]
  /** Ids of the policies, from the youngest age band to the oldest. */
  readonly policies: readonly string[]
  readonly versions: readonly RuleNumbers[]
  /** Per policy: all of time. */
  readonly reigns: readonly (readonly Reign[])[]
  /** Products at hand, as bits; null: all. */
  readonly stock: number | null
  /** Bits of the rules that belong to no version. */
  readonly noDayLeftBit: number
  readonly birthDateBit: number
}

const maxProducts = 16

/** What reigns over all of time: before the first version, in each, between and after them. */
function reignsOf({ plans }: Program, placeOf: (index: number) => number): Reign[] {
  const reigns: Reign[] = []
  const add = (from: number, end: number, inForce: boolean, version: number) => {
    const last = reigns.at(-1)
    if (from >= end) return
    if (last?.version === version && last.inForce === inForce) {
      reigns[reigns.length - 1] = { ...last, end }
    } else reigns.push({ from, end, inForce, version })
  }
  add(always, toWhole(plans[0].from), false, placeOf(0))
  for (const [index, plan] of plans.entries()) {
    const next = toWhole(plans[index + 1]?.from ?? Number.POSITIVE_INFINITY)
    const end = Math.min(toWhole(plan.end), next)
    add(toWhole(plan.from), end, true, placeOf(index))
    add(end, next, false, placeOf(index))
  }
  return reigns
}

function placesOf({ programs }: PolicySet): Places {
  const products = programs.flatMap(({ plans }) => plans.flatMap((plan) => plan.products))
  const sorted = (names: readonly string[]) => [...new Set(names)].sort()
  const ids = sorted(products.map((product) => product.id))
  const extra = ids[maxProducts]
  if (extra !== undefined) throw refuse(`product/${extra}`)
  return {
    products: ids,
    brands: sorted(products.map((product) => product.brand)),
    names: new RuleNames(),
  }
}

/**
 * Makes a set of policies ready for columns. Make it once for a set, use it for everybody.
 *
 * What comes out of it is the same as from `evaluate`, or nothing at all: a policy that says what the
 * columns do not hold is refused, and `evaluateMany` judges it.
 *
 * @throws InputError `eligibility.not-columnar` with the rule
 * @example
 * ```ts
 * import { definePolicySet } from '@tiemchung/eligibility'
 * import { compileCohort } from '@tiemchung/eligibility/cohort'
 * import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
 * const plan = compileCohort(definePolicySet(covid19Children5To11))
 * plan.products // => ['comirnaty-10', 'comirnaty-30', 'spikevax-50']
 * ```
 */
export function compileCohort(set: PolicySet, options: CohortOptions = {}): CohortPlan {
  for (const policy of set.policies) checkColumnar(policy)
  const places = placesOf(set)
  const { names, products, brands } = places
  const atHand = options.products
  const versions: RuleNumbers[] = []
  const known = new Map<string, number>()
  const keep = (rules: RuleNumbers): number => {
    const key = JSON.stringify(rules)
    const place = known.get(key) ?? versions.length
    if (place === versions.length) versions.push(rules)
    known.set(key, place)
    return place
  }
  const reigns = set.programs.map((program, policy) => {
    const found = program.plans.map((plan) =>
      keep(ruleNumbers(plan, policy, places, atHand !== undefined)),
    )
    return reignsOf(program, (index) => found[index] as number)
  })
  const [noDayLeftBit, birthDateBit] = [names.bit('no-day-left'), names.bit('birth-date')]
  const stock =
    atHand === undefined
      ? null
      : products.reduce((bits, id, place) => bits | (atHand.includes(id) ? 1 << place : 0), 0)
  return {
    set,
    products,
    brands,
    rules: names.names,
    policies: set.programs.map((program) => program.id),
    versions,
    reigns,
    stock,
    noDayLeftBit,
    birthDateBit,
  }
}
