/** Which products may be given for the dose that is due, and on which days. */
import type { Plan, PlanDose, PlanProduct, PlannedProduct } from '../policy-set/compile.js'
import { addToDay, type Day } from './days.js'
import { spacedBy } from './interval.js'
import { countedDose } from './past.js'
import { type Case, never, type RuleDays, spacesAll } from './rules.js'

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
  const rules = plan.spacing.filter((rule) => rule.give.has(product) && !spacesAll(rule, target))
  const ends = rules.flatMap((rule) =>
    spacedBy(rule, one.history, plan.calendar, never, false).map((spaced) => spaced.end),
  )
  return Math.max(Number.NEGATIVE_INFINITY, ...ends)
}

/** The windows of every product that the policy plans for a dose. */
export function windowsOf(plan: Plan, target: PlanDose, one: Case, stock: Stock): Window[] {
  const { sameBrandAs } = target
  const brand = sameBrandAs === undefined ? undefined : countedDose(one.history, sameBrandAs)?.brand
  const overflow = plan.calendar.monthOverflow
  return target.products.map((product) => {
    const use = target.uses.get(product.id) ?? product.use
    const from = Math.max(
      addToDay(one.birth, use.from, overflow),
      spacedUntil(plan, target, product.id, one),
    )
    const end = addToDay(one.birth, use.before, overflow)
    const otherBrand = brand !== undefined && brand !== product.brand
    const absent = stock !== undefined && !stock.has(product.id)
    return { product, from, end, barred: otherBrand ? 'brand' : absent ? 'stock' : undefined }
  })
}

/** The products that may be given on a day, as far as age, brand and stock go. */
export function productsOn(windows: readonly Window[], day: Day): readonly PlanProduct[] {
  return windows
    .filter((one) => one.barred === undefined && one.from <= day && day < one.end)
    .map((one) => one.product)
}

/** The rules that stand in the way on a day on which no product may be given. */
export function noProductRules(
  windows: readonly Window[],
  day: Day,
  target: PlanDose,
): readonly RuleDays[] {
  const base = { weight: 'dated', from: day, end: never } as const
  const candidates = windows.filter((one) => one.barred === undefined)
  if (windows.length === 0) {
    const rule = `dose-${target.n}/history-only`
    const { grounds } = target
    return [{ ...base, rule, kind: 'historyOnly', grounds, status: 'notRecommended' }]
  }
  if (candidates.length === 0) {
    const kind = windows.some((one) => one.barred === 'stock') ? 'stock' : 'brand'
    const rule = `dose-${target.n}/${kind}`
    return [{ ...base, rule, kind, grounds: target.grounds, status: 'notRecommended' }]
  }
  const coming = candidates.filter((one) => one.from > day)
  const status = coming.length > 0 ? 'tooYoung' : 'tooOld'
  return (coming.length > 0 ? coming : candidates).map(({ product, from, end }) => ({
    ...base,
    rule: `product/${product.id}`,
    kind: 'productAge',
    grounds: product.grounds,
    status,
    allowed: { from, end },
    says: product.name,
  }))
}
