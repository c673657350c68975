/** What a policy says of one dose beyond its products and intervals, made ready for evaluation. */
import { type CivilDate, type Duration, parseDuration, toDayNumber } from '@tiemchung/core'
import type { Day } from '../engine/days.js'
import type {
  AgeWindow,
  Cited,
  CourseChoice,
  DoseAcceptance,
  DoseAge,
  DoseSeason,
  EligibilityPolicy,
  OfferRule,
  PersonFact,
  RowPeriod,
  SkipCondition,
  SkipRule,
  SpacingRule,
} from '../policy/format.js'
import type { Grounds } from './grounds.js'

/** Two ages as durations. */
export interface PlanAges {
  readonly from: Duration
  readonly before: Duration
}

/** An age less days of grace. */
export interface PlanAgeMark {
  readonly age: Duration
  readonly graceDays: number
}

/** Days `[from, end)` on which a row is in force. */
export interface PlanPeriod {
  readonly from: Day
  readonly end: Day
}

/** A row of ages, ready. */
export interface PlanDoseAge {
  readonly rule: string
  readonly period: PlanPeriod
  readonly from: Duration
  readonly countsFrom: Duration
  readonly graceDays: number
  readonly recommended: Duration | undefined
  readonly overdueAfter: Duration | undefined
  readonly before: Duration | undefined
  readonly grounds: Grounds
}

/** At which ages a product counts, ready. */
export interface PlanAcceptance extends PlanAges {
  readonly graceDays: number
}

/** A condition, ready. */
export type PlanCondition =
  | {
      readonly kind: 'age'
      readonly from: Duration
      readonly before: Duration
      readonly graceDays: number
    }
  | { readonly kind: 'sinceLast'; readonly atLeast: Duration; readonly graceDays: number }
  | {
      readonly kind: 'doses'
      readonly which: 'counted' | 'given'
      readonly products: ReadonlySet<string> | undefined
      readonly ages: PlanAges
      readonly graceDays: number
      readonly period: PlanPeriod
      readonly atLeast: number
      readonly atMost: number
    }
  | { readonly kind: 'fact'; readonly fact: PersonFact; readonly is: 'yes' | 'no' }

/** A rule that passes over a dose, ready. */
export interface PlanSkip {
  readonly history: boolean
  readonly plan: boolean
  readonly anyOf: readonly (readonly PlanCondition[])[]
}

/** Products that are planned on days, ready. */
export interface PlanOffer {
  readonly products: ReadonlySet<string>
  /** One without a condition where the row is for everybody. */
  readonly anyOf: readonly (readonly PlanCondition[])[]
  readonly period: PlanPeriod
}

/** A season, ready. */
export interface PlanSeason extends PlanPeriod {
  readonly grounds: Grounds
}

/** A distance between vaccines, ready. */
export interface PlanSpacing {
  readonly rule: string
  readonly after: ReadonlySet<string>
  readonly give: ReadonlySet<string>
  readonly min: Duration
  readonly minAfterCounted: Duration
  readonly grounds: Grounds
}

/** The place among several courses, ready. */
export interface PlanChoice {
  readonly group: string
  readonly standard: boolean
  readonly preference: number
  readonly productPath: boolean
  readonly start: PlanAges
  readonly graceDays: number
  readonly grounds: Grounds
}

type Ground = (rule: Cited) => Grounds

/** An age that nobody reaches. */
export const unreached: Duration = { months: 12 * 2000, days: 0 }
const birth: Duration = { months: 0, days: 0 }

const durationOr = (text: string | undefined, absent: Duration): Duration =>
  text === undefined ? absent : parseDuration(text)

/** A length that may be absent. */
export const optional = (text: string | undefined): Duration | undefined =>
  text === undefined ? undefined : parseDuration(text)

/** An age window; for life where it has no end. */
export function planAges({ ageFrom, ageBefore }: AgeWindow): PlanAges {
  return { from: parseDuration(ageFrom), before: durationOr(ageBefore, unreached) }
}

function dayOr(date: CivilDate | undefined, absent: Day): Day {
  return date === undefined ? absent : toDayNumber(date)
}

/** The days of a row; always where it has no period. */
export function planPeriod({ from, to }: RowPeriod = {}): PlanPeriod {
  return {
    from: dayOr(from, Number.NEGATIVE_INFINITY),
    end: dayOr(to, Number.POSITIVE_INFINITY) + 1,
  }
}

/** A row of ages. */
export function planDoseAge(age: DoseAge, rule: string, ground: Ground): PlanDoseAge {
  return {
    rule,
    period: planPeriod(age.effective),
    from: parseDuration(age.from),
    countsFrom: parseDuration(age.countsFrom ?? age.from),
    graceDays: age.graceDays,
    recommended: optional(age.recommended),
    overdueAfter: optional(age.overdueAfter),
    before: optional(age.before),
    grounds: ground(age),
  }
}

/** Product id → the ages at which it counts for the dose. */
export function planAccepts(
  accepts: readonly DoseAcceptance[] | undefined,
): ReadonlyMap<string, PlanAcceptance> | undefined {
  if (accepts === undefined) return undefined
  return new Map(
    accepts.map((one) => [one.product, { ...planAges(one), graceDays: one.graceDays }]),
  )
}

function planCondition(condition: SkipCondition): PlanCondition {
  if ('age' in condition) {
    const { from, before, graceDays = 0 } = condition.age
    const ages = { from: durationOr(from, birth), before: durationOr(before, unreached) }
    return { kind: 'age', ...ages, graceDays }
  }
  if ('sinceLast' in condition) {
    const { atLeast, graceDays = 0 } = condition.sinceLast
    return { kind: 'sinceLast', atLeast: parseDuration(atLeast), graceDays }
  }
  if ('fact' in condition) return { kind: 'fact', ...condition }
  const { doses } = condition
  return {
    kind: 'doses',
    which: doses.which,
    products: doses.products === undefined ? undefined : new Set(doses.products),
    ages: {
      from: durationOr(doses.ageFrom, birth),
      before: durationOr(doses.ageBefore, unreached),
    },
    graceDays: doses.graceDays ?? 0,
    period: planPeriod(doses),
    atLeast: doses.atLeast ?? 0,
    atMost: doses.atMost ?? Number.POSITIVE_INFINITY,
  }
}

/** A rule that passes over a dose. */
export function planSkip(rule: SkipRule): PlanSkip {
  return {
    history: rule.for !== 'plan',
    plan: rule.for !== 'history',
    anyOf: rule.anyOf.map(({ allOf }) => allOf.map(planCondition)),
  }
}

/** The rows that offer products for a dose. */
export function planOffers(
  offers: readonly OfferRule[] | undefined,
): readonly PlanOffer[] | undefined {
  return offers?.map(({ products, anyOf, effective }) => ({
    products: new Set(products),
    anyOf: anyOf?.map(({ allOf }) => allOf.map(planCondition)) ?? [[]],
    period: planPeriod(effective),
  }))
}

/** Seasons, by day. */
export function planSeasons(
  seasons: readonly DoseSeason[] | undefined,
  ground: Ground,
): readonly PlanSeason[] {
  return (seasons ?? [])
    .map((season) => ({ ...planPeriod(season), grounds: ground(season) }))
    .sort((left, right) => left.from - right.from)
}

function planSpacing(rule: SpacingRule, ground: Ground): PlanSpacing {
  return {
    rule: `spacing/${rule.id}`,
    after: new Set(rule.after),
    give: new Set(rule.give),
    min: parseDuration(rule.min),
    minAfterCounted: parseDuration(rule.minAfterCounted ?? rule.min),
    grounds: ground(rule),
  }
}

function planChoice(choice: CourseChoice, ground: Ground): PlanChoice {
  return {
    group: choice.group,
    standard: choice.standard,
    preference: choice.preference,
    productPath: choice.productPath ?? false,
    start: {
      from: durationOr(choice.startFrom, birth),
      before: durationOr(choice.startBefore, unreached),
    },
    graceDays: choice.startGraceDays ?? 0,
    grounds: ground(choice),
  }
}

/** What the policy says of the course as a whole. */
export function planCourse(
  { others, spacing, choice, population }: EligibilityPolicy,
  ground: Ground,
) {
  return {
    sex: population.sex,
    others: new Set((others ?? []).map((one) => one.id)),
    spacing: (spacing ?? []).map((rule) => planSpacing(rule, ground)),
    choice: choice === undefined ? undefined : planChoice(choice, ground),
  }
}
