/** Which products may be given for the dose that is due, and on which days. */
import type { Status } from '../policy/format.js'
import type {
  Plan,
  PlanDose,
  PlanOffer,
  PlanProduct,
  PlannedProduct,
} from '../policy-set/compile.js'
import { addToDay, type Day } from './days.js'
import { spacesAll } from './due-rules.js'
import type { Band } from './govern.js'
import { spacedBy } from './interval.js'
import { countedDose } from './past.js'
import { type RuleDays, type RuleHead, spoken } from './rule-days.js'
import { type Case, never } from './rules.js'
import { daysOf, viewOf } from './skip.js'

/** A product with the days on which its holder is of the age for it. */
export interface Window {
  readonly product: PlannedProduct
  readonly from: Day
  readonly end: Day
  /** The days of the age, whether the product is offered on them or not. */
  readonly age: Band
  /** Why it is out of the question whatever the age, if it is. */
  readonly barred: 'brand' | 'stock' | 'mixing' | undefined
}

/** Product ids at hand, or undefined when everything is. */
export type Stock = ReadonlySet<string> | undefined

/** The first day on which one product keeps its distance, where others of the dose need not wait. */
function spacedUntil(plan: Plan, target: PlanDose, product: string, one: Case): Day {
  let until = Number.NEGATIVE_INFINITY
  for (const rule of plan.spacing) {
    if (!rule.give.has(product) || spacesAll(rule, target)) continue
    for (const { end } of spacedBy(rule, one.history, plan.calendar, never, false)) {
      until = Math.max(until, end)
    }
  }
  return until
}

/** The days on which the rows of a dose offer a product, without a break where they meet; some hold no day. */
function offeredDays(offers: readonly PlanOffer[], product: string, plan: Plan, one: Case): Band[] {
  const view = viewOf(plan, one)
  const days: Band[] = []
  for (const { products, anyOf, period } of offers) {
    if (!products.has(product)) continue
    for (const allOf of anyOf) {
      const spans = [[period.from, period.end] as const, ...allOf.map((one) => daysOf(one, view))]
      const from = Math.max(...spans.map(([first]) => first))
      const end = Math.min(...spans.map(([, last]) => last))
      days.push({ from, end })
    }
  }
  const joined: Band[] = []
  for (const { from, end } of days.sort((left, right) => left.from - right.from)) {
    const last = joined.at(-1)
    if (last === undefined || last.end < from) joined.push({ from, end })
    else joined[joined.length - 1] = { from: last.from, end: Math.max(last.end, end) }
  }
  return joined
}

/** The window of a product on each stretch of days on which it is offered. */
function onOfferedDays(
  window: Window,
  offers: readonly PlanOffer[],
  plan: Plan,
  one: Case,
): Window[] {
  const { from, end } = window
  const windows = offeredDays(offers, window.product.id, plan, one)
    .map((days) => ({ ...window, from: Math.max(from, days.from), end: Math.min(end, days.end) }))
    .filter((days) => days.from < days.end)
  return windows.length === 0 ? [{ ...window, barred: window.barred ?? 'mixing' }] : windows
}

/** The windows of every product that the policy plans for a dose. */
export function windowsOf(plan: Plan, target: PlanDose, one: Case, stock: Stock): Window[] {
  const brand = countedDose(one.history, target.sameBrandAs)?.brand
  const overflow = plan.calendar.monthOverflow
  const windows = target.products.map((product): Window => {
    const use = target.uses.get(product.id) ?? product.use
    const spaced = spacedUntil(plan, target, product.id, one)
    const from = Math.max(addToDay(one.birth, use.from, overflow), spaced)
    const end = addToDay(one.birth, use.before, overflow)
    const otherBrand = brand !== undefined && brand !== product.brand
    const absent = stock !== undefined && !stock.has(product.id)
    const barred = otherBrand ? 'brand' : absent ? 'stock' : undefined
    return { product, from, end, age: { from, end }, barred }
  })
  const { offers } = target
  return offers === undefined
    ? windows
    : windows.flatMap((window) => onOfferedDays(window, offers, plan, one))
}

/** Whether any product may be given on a day, as far as age, brand and stock go. */
export function isOffered(windows: readonly Window[], day: Day): boolean {
  for (const { from, end, barred } of windows) {
    if (barred === undefined && from <= day && day < end) return true
  }
  return false
}

/** The products that may be given on a day, as far as age, brand and stock go. */
export function productsOn(windows: readonly Window[], day: Day): readonly PlanProduct[] {
  const products: PlanProduct[] = []
  for (const { product, from, end, barred } of windows) {
    if (barred === undefined && from <= day && day < end) products.push(product)
  }
  return products
}

/** The age that is missed, or the days on which the product is not offered for the dose. */
function missed({ age }: Window, day: Day): Status {
  if (day < age.from) return 'tooYoung'
  return day < age.end ? 'notRecommended' : 'tooOld'
}

function tooEarlyOrLate(window: Window, day: Day): RuleDays {
  const { product, from, end } = window
  const head: RuleHead = {
    rule: `product/${product.id}`,
    kind: 'productAge',
    grounds: product.grounds,
    status: missed(window, day),
    weight: 'dated',
    says: product.name,
  }
  return spoken(head, day, never, { allowed: { from, end } })
}

function noneAtAll(windows: readonly Window[], day: Day, target: PlanDose): RuleDays {
  const barred =
    (['stock', 'mixing'] as const).find((word) => windows.some((one) => one.barred === word)) ??
    'brand'
  const [kind, name] =
    windows.length === 0 ? (['historyOnly', 'history-only'] as const) : ([barred, barred] as const)
  const head: RuleHead = {
    rule: `dose-${target.n}/${name}`,
    kind,
    grounds: target.grounds,
    status: 'notRecommended',
    weight: 'dated',
    says: undefined,
  }
  return spoken(head, day, never)
}

/** Adds the rules that stand in the way on a day on which no product may be given. */
export function addNoProductRules(
  rules: RuleDays[],
  windows: readonly Window[],
  day: Day,
  target: PlanDose,
): void {
  const candidates = windows.filter((one) => one.barred === undefined)
  if (candidates.length === 0) rules.push(noneAtAll(windows, day, target))
  // None is offered on the day: what has a day left comes later. A distance may outlast an age.
  const coming = candidates.filter(({ from, end }) => Math.max(from, day) < end)
  for (const window of coming.length > 0 ? coming : candidates) {
    rules.push(tooEarlyOrLate(window, day))
  }
}
