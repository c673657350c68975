/** The rules of one version of one policy, in integers. Versions that differ in words alone are the same. */
import type { Duration } from '@tiemchung/core'
import type { Calendar } from '../engine/days.js'
import {
  consenters,
  type ScreeningItem,
  screeningItems,
  type Status,
  statuses,
} from '../policy/format.js'
import type { Plan, PlanDose, PlanInterval, PlanProduct } from '../policy-set/compile.js'
import type { PlanAges } from '../policy-set/compile-course.js'
import type { RuleNames } from './rule-names.js'

/** Codes of statuses: their places in `statuses`. */
export const code = Object.fromEntries(statuses.map((status, place) => [status, place])) as Record<
  Status,
  number
>

/** An interval before a dose. */
export interface IntervalNumbers {
  /** Number of the counted dose; 0: the last one that does not count. */
  readonly since: number
  /** Products after which it applies, as bits; null: after all. */
  readonly after: number | null
  readonly wait: Duration
  readonly graceDays: number
  readonly bit: number
}

/** A dose of the course. */
export interface DoseNumbers {
  readonly n: number
  /** Products that are planned for it, as bits. */
  readonly products: number
  /** Number of the dose of the same brand; 0: any. */
  readonly sameBrandAs: number
  readonly intervals: readonly IntervalNumbers[]
  readonly brandBit: number
  readonly stockBit: number
}

/** A product in one version of one policy. */
export interface ProductNumbers {
  readonly product: number
  readonly brand: number
  readonly use: PlanAges | null
  readonly counts: PlanAges
  readonly graceDays: number
  readonly bit: number
}

/** What facts about the child stand in the way. */
export interface FactNumbers {
  /** Status code → place in the precedence. */
  readonly rank: readonly number[]
  /** Place in the precedence → status code. */
  readonly statusAt: readonly number[]
  readonly infections: readonly {
    readonly anchor: 'onset' | 'recovery'
    readonly wait: Duration
    readonly calendar: Calendar
    readonly bit: number
  }[]
  /** Questions, each a bit of the columns, with the bit of its rule. */
  readonly contraindications: readonly { readonly item: number; readonly bit: number }[]
  readonly deferrals: readonly { readonly item: number; readonly bit: number }[]
  /** Questions that have to be answered. */
  readonly items: number
  readonly formBit: number
  /** Codes of the consents that count, as bits; null: nobody is asked. */
  readonly consent: number | null
  readonly consentBit: number
  readonly historyBit: number
}

/** One version of one policy. */
export interface RuleNumbers {
  /** Place of its policy in the set. */
  readonly policy: number
  readonly calendar: Calendar
  readonly ages: PlanAges
  readonly products: readonly ProductNumbers[]
  readonly doses: readonly DoseNumbers[]
  readonly facts: FactNumbers
  readonly ageBit: number
  readonly periodBit: number
  readonly courseBit: number
}

/** Where products and brands stand in the set, and what is at hand. */
export interface Places {
  readonly products: readonly string[]
  readonly brands: readonly string[]
  readonly names: RuleNames
}

const bitsOf = (ids: Iterable<string>, places: readonly string[]) =>
  [...ids].reduce((bits, id) => bits | (places.includes(id) ? 1 << places.indexOf(id) : 0), 0)

function intervalNumbers(interval: PlanInterval, { products, names }: Places): IntervalNumbers {
  return {
    // Any other reference was refused when the policy was looked through.
    since: typeof interval.since === 'number' ? interval.since : 0,
    after: interval.after === undefined ? null : bitsOf(interval.after, products),
    wait: interval.min,
    graceDays: interval.graceDays,
    bit: names.bit(interval.rule),
  }
}

function doseNumbers(dose: PlanDose, places: Places, stock: boolean): DoseNumbers {
  const planned = dose.products.map((product) => product.id)
  const lacking = dose.sameBrandAs !== undefined || planned.length === 0
  return {
    n: dose.n,
    products: bitsOf(planned, places.products),
    sameBrandAs: dose.sameBrandAs ?? 0,
    intervals: dose.intervals.map((interval) => intervalNumbers(interval, places)),
    brandBit: lacking ? places.names.bit(`dose-${dose.n}/brand`) : 0,
    stockBit: stock ? places.names.bit(`dose-${dose.n}/stock`) : 0,
  }
}

function productNumbers(product: PlanProduct, places: Places): ProductNumbers {
  return {
    product: places.products.indexOf(product.id),
    brand: places.brands.indexOf(product.brand),
    use: product.use,
    counts: product.counts,
    graceDays: product.graceDays,
    bit: product.use === null ? 0 : places.names.bit(`product/${product.id}`),
  }
}

const itemBit = (item: ScreeningItem) => 1 << screeningItems.indexOf(item)

function consentBits(plan: Plan): number | null {
  if (plan.consent === null) return null
  // Codes of `consentStates`: 1 is agreed by nobody named, then the consenters in their order.
  const named = plan.consent.by.map((by) => 1 << (2 + consenters.indexOf(by)))
  return named.reduce((bits, bit) => bits | bit, 2)
}

function factNumbers(plan: Plan, names: RuleNames): FactNumbers {
  const { calendar } = plan
  const asked = ({ item, id }: { readonly item: ScreeningItem; readonly id: string }) => ({
    item: itemBit(item),
    bit: names.bit(id),
  })
  const rank = statuses.map((status) => plan.rank[status])
  return {
    rank,
    statusAt: rank.map((_, place) => rank.indexOf(place)),
    infections: plan.infections.map(({ id, anchor, wait }) => ({
      anchor,
      wait,
      calendar,
      bit: names.bit(id),
    })),
    contraindications: plan.contraindications.map(asked),
    deferrals: plan.deferrals.map(asked),
    items: plan.items.reduce((bits, item) => bits | itemBit(item), 0),
    formBit: names.bit('screening'),
    consent: consentBits(plan),
    consentBit: names.bit('consent'),
    historyBit: names.bit('history'),
  }
}

/** A version in integers. */
export function ruleNumbers(
  plan: Plan,
  policy: number,
  places: Places,
  stock: boolean,
): RuleNumbers {
  const { names } = places
  return {
    policy,
    calendar: plan.calendar,
    ages: plan.ages,
    ageBit: names.bit('age'),
    periodBit: names.bit('policy-period'),
    courseBit: names.bit('course'),
    products: plan.products.map((product) => productNumbers(product, places)),
    doses: plan.doses.map((dose) => doseNumbers(dose, places, stock)),
    facts: factNumbers(plan, names),
  }
}
