/** A policy made ready for evaluation: durations read, ids resolved, citations looked up. */
import {
  type Duration,
  type PolicyAssumption,
  parseDuration,
  type Sentences,
} from '@tiemchung/core'
import type { Calendar, Day } from '../engine/days.js'
import {
  type Cited,
  type Consenter,
  type EligibilityPolicy,
  type PersonFact,
  personFacts,
  type PolicyDose,
  type PolicyInterval,
  type PolicyProduct,
  type ScreeningItem,
  type ScreeningRule,
  type Status,
} from '../policy/format.js'
import {
  optional,
  type PlanAcceptance,
  type PlanAges,
  type PlanChoice,
  type PlanDoseAge,
  type PlanOffer,
  type PlanPeriod,
  type PlanSeason,
  type PlanSkip,
  type PlanSpacing,
  planAccepts,
  planAges,
  planCourse,
  planDoseAge,
  planOffers,
  planPeriod,
  planSeasons,
  planSkip,
} from './compile-course.js'
import type { Grounds } from './grounds.js'

export type {
  PlanCondition,
  PlanDoseAge,
  PlanOffer,
  PlanSpacing,
} from './compile-course.js'
export type { Grounds } from './grounds.js'

/** A product, ready. */
export interface PlanProduct {
  readonly id: string
  readonly brand: string
  readonly name: Sentences
  readonly doseMcg: number | null
  readonly volumeMl: string | null
  readonly review: boolean
  readonly use: PlanAges | null
  readonly counts: PlanAges
  readonly graceDays: number
  readonly grounds: Grounds
  readonly countsGrounds: Grounds
}

/** A product that is planned, and not only accepted in history. */
export type PlannedProduct = PlanProduct & { readonly use: PlanAges }

/** An interval, ready. */
export interface PlanInterval {
  readonly rule: string
  /** Number of the counted dose, which of the last doses, or the products of which the last is meant. */
  readonly since: number | 'uncounted' | 'given' | ReadonlySet<string>
  readonly after: ReadonlySet<string> | undefined
  readonly min: Duration
  readonly countsFrom: Duration
  readonly graceDays: number
  readonly period: PlanPeriod
  readonly recommended: Duration | undefined
  readonly overdueAfter: Duration | undefined
  readonly grounds: Grounds
}

/** A dose of the course, ready. */
export interface PlanDose {
  readonly n: number
  readonly series: string
  readonly products: readonly PlannedProduct[]
  /** Product id → its ages for this dose, where they are its own. */
  readonly uses: ReadonlyMap<string, PlanAges>
  /** Undefined: every product is offered. */
  readonly offers: readonly PlanOffer[] | undefined
  readonly accepts: ReadonlyMap<string, PlanAcceptance> | undefined
  readonly never: ReadonlySet<string>
  readonly ages: readonly PlanDoseAge[]
  readonly intervals: readonly PlanInterval[]
  readonly acceptedIntervals: readonly PlanInterval[]
  readonly skips: readonly PlanSkip[]
  readonly seasons: readonly PlanSeason[]
  readonly recurs: boolean
  readonly sameBrandAs: number | undefined
  readonly grounds: Grounds
}

/** A rule set off by an answer of the screening form, ready. */
export interface PlanScreeningRule {
  readonly id: string
  readonly item: ScreeningItem
  readonly says: Sentences
  readonly grounds: Grounds
}

/** A deferral after infection, ready. */
export interface PlanInfection {
  readonly id: string
  readonly anchor: 'onset' | 'recovery'
  readonly wait: Duration
  /** Undefined: every dose waits. */
  readonly doses: ReadonlySet<number> | undefined
  readonly says: Sentences
  readonly grounds: Grounds
}

/** One version of a policy, ready. */
export interface Plan {
  readonly id: string
  readonly version: string
  /** Plans of one set with the same number say the same, in other words or on other grounds. */
  readonly sense: number
  /** First day in force. */
  readonly from: Day
  /** First day no longer in force; `Infinity` when open. */
  readonly end: Day
  readonly calendar: Calendar
  readonly ages: PlanAges
  readonly ageGrounds: Grounds
  readonly headGrounds: Grounds
  readonly products: readonly PlanProduct[]
  readonly doses: readonly PlanDose[]
  /** Whether any dose may be passed over. */
  readonly skips: boolean
  /** Facts that some rule asks for. */
  readonly facts: readonly PersonFact[]
  readonly sex: 'female' | 'male' | undefined
  /** Vaccines of other programmes. */
  readonly others: ReadonlySet<string>
  readonly spacing: readonly PlanSpacing[]
  readonly choice: PlanChoice | undefined
  readonly transition: {
    readonly to: string
    readonly review: boolean
    readonly grounds: Grounds
  } | null
  readonly infections: readonly PlanInfection[]
  readonly deferrals: readonly PlanScreeningRule[]
  readonly contraindications: readonly PlanScreeningRule[]
  readonly precautions: readonly PlanScreeningRule[]
  readonly hospital: readonly PlanScreeningRule[]
  /** Every question of the form that some rule asks. */
  readonly items: readonly ScreeningItem[]
  readonly screeningGrounds: Grounds
  readonly consent: { readonly by: readonly Consenter[]; readonly grounds: Grounds } | null
  /** Status → its place in the precedence. */
  readonly rank: Readonly<Record<Status, number>>
}

type Ground = (rule: Cited) => Grounds

function groundsOf(policy: EligibilityPolicy): Ground {
  const numbers = new Map(policy.sources.map((source) => [source.id, source.number]))
  const assumptions = new Map(policy.assumptions.map((one) => [one.id, one]))
  return (rule) => ({
    cite: rule.cite.map((id) => numbers.get(id) as string),
    assumes: (rule.assumes ?? []).map((id) => assumptions.get(id) as PolicyAssumption),
  })
}

function planProduct(product: PolicyProduct, ground: Ground): PlanProduct {
  const { id, brand, name, doseMcg, volumeMl, use, counts } = product
  return {
    id,
    brand,
    name,
    doseMcg: doseMcg ?? null,
    volumeMl: volumeMl ?? null,
    review: product.review ?? false,
    use: use === null ? null : planAges(use),
    counts: planAges(counts),
    graceDays: counts.graceDays,
    grounds: ground(product),
    countsGrounds: ground(counts),
  }
}

function sinceOf({ from }: PolicyInterval): PlanInterval['since'] {
  if ('dose' in from) return from.dose
  return 'previous' in from ? from.previous : new Set(from.lastOf)
}

function planInterval(interval: PolicyInterval, rule: string, ground: Ground): PlanInterval {
  return {
    rule,
    since: sinceOf(interval),
    after: interval.after === undefined ? undefined : new Set(interval.after),
    min: parseDuration(interval.min),
    countsFrom: parseDuration(interval.countsFrom ?? interval.min),
    graceDays: interval.graceDays,
    period: planPeriod(interval.effective),
    recommended: optional(interval.recommended),
    overdueAfter: optional(interval.overdueAfter),
    grounds: ground(interval),
  }
}

function planRows(dose: PolicyDose, ground: Ground) {
  const name = `dose-${dose.n}`
  const intervals = (rows: readonly PolicyInterval[] | undefined, word: string) =>
    (rows ?? []).map((row, index) => planInterval(row, `${name}/${word}-${index + 1}`, ground))
  return {
    uses: new Map((dose.uses ?? []).map((use) => [use.product, planAges(use)])),
    offers: planOffers(dose.offers),
    accepts: planAccepts(dose.accepts),
    never: new Set(dose.never),
    ages: (dose.ages ?? []).map((age, index) =>
      planDoseAge(age, `${name}/age-${index + 1}`, ground),
    ),
    intervals: intervals(dose.intervals, 'interval'),
    acceptedIntervals: intervals(dose.acceptedIntervals, 'accepted-interval'),
    skips: (dose.skipWhen ?? []).map(planSkip),
    seasons: planSeasons(dose.seasons, ground),
    recurs: dose.recurs ?? false,
  }
}

function planDose(
  dose: PolicyDose,
  series: string,
  products: readonly PlanProduct[],
  ground: Ground,
): PlanDose {
  const planned = new Set(dose.products)
  return {
    n: dose.n,
    series,
    products: products.filter(
      (product): product is PlannedProduct => product.use !== null && planned.has(product.id),
    ),
    ...planRows(dose, ground),
    sameBrandAs: dose.sameBrandAs,
    grounds: ground(dose),
  }
}

function planScreening(rules: readonly ScreeningRule[], ground: Ground): PlanScreeningRule[] {
  return rules.map((rule) => ({
    id: rule.id,
    item: rule.item,
    says: rule.says,
    grounds: ground(rule),
  }))
}

function rankOf(precedence: readonly Status[]): Readonly<Record<Status, number>> {
  return Object.fromEntries(precedence.map((status, place) => [status, place])) as Record<
    Status,
    number
  >
}

function planRules(policy: EligibilityPolicy, ground: Ground) {
  const { contraindications, screeningDeferrals, precautions, hospital, consent } = policy
  const form = [...contraindications, ...screeningDeferrals, ...precautions, ...hospital]
  return {
    infections: policy.infectionDeferrals.map((rule) => ({
      id: rule.id,
      anchor: rule.anchor,
      wait: parseDuration(rule.for),
      doses: rule.doses === undefined ? undefined : new Set(rule.doses),
      says: rule.says,
      grounds: ground(rule),
    })),
    deferrals: planScreening(screeningDeferrals, ground),
    contraindications: planScreening(contraindications, ground),
    precautions: planScreening(precautions, ground),
    hospital: planScreening(hospital, ground),
    items: [...new Set(form.map((rule) => rule.item))],
    screeningGrounds: ground({ cite: [...new Set(form.flatMap((rule) => rule.cite))] }),
    consent: consent === null ? null : { by: consent.by, grounds: ground(consent) },
  }
}

function planTransition({ ageTransition: rule }: EligibilityPolicy, ground: Ground) {
  if (rule === undefined) return null
  return { to: rule.toPolicy, review: rule.review, grounds: ground(rule) }
}

function factsOf(doses: readonly PlanDose[]): readonly PersonFact[] {
  const named = doses
    .flatMap(({ skips, offers = [] }) => [...skips, ...offers])
    .flatMap(({ anyOf }) => anyOf.flat())
    .flatMap((one) => (one.kind === 'fact' ? [one.fact] : []))
  return personFacts.filter((fact) => named.includes(fact))
}

/** A policy that was linted, made ready for the days it is in force. */
export function compilePolicy(policy: EligibilityPolicy, from: Day, end: Day): Omit<Plan, 'sense'> {
  const ground = groundsOf(policy)
  const products = policy.products.map((product) => planProduct(product, ground))
  const doses = policy.series.flatMap((series) =>
    series.doses.map((dose) => planDose(dose, series.id, products, ground)),
  )
  return {
    id: policy.id,
    version: policy.version,
    from,
    end,
    calendar: policy.calendar,
    ages: planAges(policy.population),
    ageGrounds: ground(policy.population),
    headGrounds: { cite: policy.sources.slice(0, 1).map((source) => source.number), assumes: [] },
    products,
    doses,
    skips: doses.some((dose) => dose.skips.length > 0),
    facts: factsOf(doses),
    ...planCourse(policy, ground),
    transition: planTransition(policy, ground),
    ...planRules(policy, ground),
    rank: rankOf(policy.precedence),
  }
}
