/** Which products may be given for the dose that is due, and on which days. */
import type { Status } from '../policy/format.js'
import type { Plan, PlanDose, PlanProduct, PlannedProduct } from '../policy-set/compile.js'
import { addToDay, type Day } from './days.js'
import { spacesAll } from './due-rules.js'
import { spacedBy } from './interval.js'
import { countedDose } from './past.js'
import { type RuleDays, type RuleHead, spoken } from './rule-days.js'
import { type Case, never } from './rules.js'

/** A product with the days on which its holder is of the age for it. */
export interface Window {
  readonly product: PlannedProduct
  readonly from: Day
  readonly end: Day
  /** Why it is out of the question whatever the age, if it is. */
  readonly barred: 'brand' | 'stock' | undefined
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

/** The windows of every product that the policy plans for a dose. */
export function windowsOf(plan: Plan, target: PlanDose, one: Case, stock: Stock): Window[] {
  const { sameBrandAs } = target
  const brand = sameBrandAs === undefined ? undefined : countedDose(one.history, sameBrandAs)?.brand
  const overflow = plan.calendar.monthOverflow
  return target.products.map((product) => {
    const use = target.uses.get(product.id) ?? product.use
    const spaced = spacedUntil(plan, target, product.id, one)
    const from = Math.max(addToDay(one.birth, use.from, overflow), spaced)
    const end = addToDay(one.birth, use.before, overflow)
    const otherBrand = brand !== undefined && brand !== product.brand
    const absent = stock !== undefined && !stock.has(product.id)
    return { product, from, end, barred: otherBrand ? 'brand' : absent ? 'stock' : undefined }
  })
}

/** The products that may be given on a day, as far as age, brand and stock go. */
export function productsOn(windows: readonly Window[], day: Day): readonly PlanProduct[] {
  const products: PlanProduct[] = []
  for (const { product, from, end, barred } of windows) {
    if (barred === undefined && from <= day && day < end) products.push(product)
  }
  return products
}

function tooEarlyOrLate({ product, from, end }: Window, day: Day, status: Status): RuleDays {
  const head: RuleHead = {
    rule: `product/${product.id}`,
    kind: 'productAge',
    grounds: product.grounds,
    status,
    weight: 'dated',
    says: product.name,
  }
  return spoken(head, day, never, { allowed: { from, end } })
}

function noneAtAll(windows: readonly Window[], day: Day, target: PlanDose): RuleDays {
  const barred = windows.some((one) => one.barred === 'stock') ? 'stock' : 'brand'
  const kind = windows.length === 0 ? 'historyOnly' : barred
  const head: RuleHead = {
    rule: `dose-${target.n}/${windows.length === 0 ? 'history-only' : kind}`,
    kind,
    grounds: target.grounds,
    status: 'notRecommended',
    weight: 'dated',
    says: undefined,
  }
  return spoken(head, day, never)
}

/** The rules that stand in the way on a day on which no product may be given. */
export function noProductRules(
  windows: readonly Window[],
  day: Day,
  target: PlanDose,
): readonly RuleDays[] {
  const candidates = windows.filter((one) => one.barred === undefined)
  if (candidates.length === 0) return [noneAtAll(windows, day, target)]
  const coming = candidates.filter((one) => one.from > day)
  return coming.length > 0
    ? coming.map((window) => tooEarlyOrLate(window, day, 'tooYoung'))
    : candidates.map((window) => tooEarlyOrLate(window, day, 'tooOld'))
}
