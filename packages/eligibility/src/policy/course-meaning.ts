/** What the rows of a dose, the spacing and the choice of a policy must be beyond their shape. */
import type { Path } from '@tiemchung/core'
import type {
  Conditions,
  EligibilityPolicy,
  PolicyDose,
  RowPeriod,
  SkipCondition,
} from './format.js'
import { grow, length, lengthOrNever, within } from './lengths.js'
import { checkWindow, type Fault, type Placed, place } from './placed.js'

type Known = ReadonlySet<string>

function checkKnown(ids: readonly string[], path: Path, known: Known, fault: Fault): void {
  ids.forEach((id, index) => {
    if (!known.has(id)) fault('eligibility.policy.unknown-product', [...path, index])
  })
}

function checkPeriod({ from, to }: RowPeriod, path: Path, fault: Fault): void {
  if (from !== undefined && to !== undefined && to < from) {
    fault('eligibility.policy.period-order', path)
  }
}

function checkAgeRows([dose, path]: Placed<PolicyDose>, fault: Fault): void {
  for (const [row, at] of place(dose.ages ?? [], [...path, 'ages'])) {
    const { from, countsFrom, recommended, overdueAfter, before } = row
    checkPeriod(row.effective ?? {}, [...at, 'effective'], fault)
    if (!grow(from, recommended, overdueAfter) || !grow(countsFrom, from)) {
      fault('eligibility.policy.duration-order', at)
    }
    if (lengthOrNever(before) <= length(from)) {
      fault('eligibility.policy.age-order', [...at, 'before'])
    }
  }
}

/** Of two rows for one product only the last would be heard. */
function checkOneRow(
  rows: readonly { readonly product: string }[],
  path: Path,
  fault: Fault,
): void {
  const seen = new Set<string>()
  rows.forEach(({ product }, index) => {
    if (seen.has(product)) fault('eligibility.policy.duplicate', [...path, index, 'product'])
    seen.add(product)
  })
}

/**
 * What is planned for a dose lies within the policy's ages, and counts once it was given. Warnings: the ages of the
 * dose itself may be narrower.
 */
function checkUses(
  policy: EligibilityPolicy,
  [dose, path]: Placed<PolicyDose>,
  fault: Fault,
): void {
  const planned = new Set(dose.products)
  for (const [use, at] of place(dose.uses ?? [], [...path, 'uses'])) {
    checkWindow(use, at, fault)
    if (!planned.has(use.product)) fault('eligibility.policy.unknown-product', [...at, 'product'])
    if (!within(use, policy.population)) fault('eligibility.policy.age-outside', at, 'warning')
    const counts =
      dose.accepts?.find((one) => one.product === use.product) ??
      policy.products.find((one) => one.id === use.product)?.counts
    if (counts !== undefined && !within(use, counts)) {
      fault('eligibility.policy.use-not-counted', at, 'warning')
    }
  }
}

function checkProductRows([dose, path]: Placed<PolicyDose>, known: Known, fault: Fault): void {
  checkOneRow(dose.uses ?? [], [...path, 'uses'], fault)
  checkOneRow(dose.accepts ?? [], [...path, 'accepts'], fault)
  for (const [one, at] of place(dose.accepts ?? [], [...path, 'accepts'])) {
    checkWindow(one, at, fault)
    if (!known.has(one.product)) fault('eligibility.policy.unknown-product', [...at, 'product'])
  }
  checkKnown(dose.never ?? [], [...path, 'never'], known, fault)
  if (dose.accepts === undefined) return
  const accepted = new Set(dose.accepts.map((one) => one.product))
  dose.products.forEach((id, index) => {
    if (!accepted.has(id)) fault('eligibility.policy.use-not-counted', [...path, 'products', index])
  })
}

function checkCondition(one: SkipCondition, path: Path, known: Known, fault: Fault): void {
  if ('sinceLast' in one || 'fact' in one) return
  if ('age' in one) {
    const { from, before } = one.age
    if (from === undefined && before === undefined) {
      fault('eligibility.policy.empty-condition', path)
    } else checkWindow({ ageFrom: from ?? 'P0D', ...toBefore(before) }, path, fault)
    return
  }
  const { doses } = one
  if (doses.atLeast === undefined && doses.atMost === undefined) {
    fault('eligibility.policy.empty-condition', path)
  }
  checkKnown(doses.products ?? [], [...path, 'doses', 'products'], known, fault)
  checkPeriod(doses, [...path, 'doses'], fault)
}

const toBefore = (before: string | undefined) => (before === undefined ? {} : { ageBefore: before })

function checkConditions(
  rows: readonly Conditions[],
  path: Path,
  known: Known,
  fault: Fault,
): void {
  for (const [{ allOf }, where] of place(rows, path)) {
    for (const [one, spot] of place(allOf, [...where, 'allOf'])) {
      checkCondition(one, spot, known, fault)
    }
  }
}

/** Rows offer what is planned, and every product that is planned is offered by a row. */
function checkOffers([dose, path]: Placed<PolicyDose>, known: Known, fault: Fault): void {
  const { offers } = dose
  if (offers === undefined) return
  const planned = new Set(dose.products)
  for (const [row, at] of place(offers, [...path, 'offers'])) {
    checkKnown(row.products, [...at, 'products'], planned, fault)
    checkConditions(row.anyOf ?? [], [...at, 'anyOf'], known, fault)
    checkPeriod(row.effective ?? {}, [...at, 'effective'], fault)
  }
  const offered = new Set(offers.flatMap((row) => row.products))
  checkKnown(dose.products, [...path, 'products'], offered, fault)
}

function checkSkips([dose, path]: Placed<PolicyDose>, known: Known, fault: Fault): void {
  for (const [rule, at] of place(dose.skipWhen ?? [], [...path, 'skipWhen'])) {
    checkConditions(rule.anyOf, [...at, 'anyOf'], known, fault)
  }
}

function checkSeasons([dose, path]: Placed<PolicyDose>, fault: Fault): void {
  for (const [season, at] of place(dose.seasons ?? [], [...path, 'seasons'])) {
    checkPeriod(season, at, fault)
    const next = dose.seasons?.[(at.at(-1) as number) + 1]
    if (next !== undefined && (season.to === undefined || next.from <= season.to)) {
      fault('eligibility.policy.period-order', at)
    }
  }
}

/** Everything that is wrong with the course of a policy, its spacing and its place among others. */
export function checkCourse(
  policy: EligibilityPolicy,
  doses: readonly Placed<PolicyDose>[],
  fault: Fault,
): void {
  const products = new Set(policy.products.map((one) => one.id))
  const others = (policy.others ?? []).map((one) => one.id)
  const known = new Set([...products, ...others])
  others.forEach((id, index) => {
    if (products.has(id)) fault('eligibility.policy.duplicate', ['others', index, 'id'])
  })
  doses.forEach((placed, index) => {
    const [dose, path] = placed
    checkAgeRows(placed, fault)
    checkUses(policy, placed, fault)
    checkProductRows(placed, products, fault)
    checkOffers(placed, known, fault)
    checkSkips(placed, known, fault)
    checkSeasons(placed, fault)
    const last = index === doses.length - 1
    if (dose.recurs === true && !last && (dose.skipWhen ?? []).length === 0) {
      fault('eligibility.policy.recurs', [...path, 'recurs'])
    }
  })
  for (const [rule, path] of place(policy.spacing ?? [], ['spacing'])) {
    checkKnown(rule.after, [...path, 'after'], known, fault)
    checkKnown(rule.give, [...path, 'give'], products, fault)
    if (!grow(rule.minAfterCounted, rule.min)) fault('eligibility.policy.duration-order', path)
  }
  const { startFrom, startBefore } = policy.choice ?? {}
  if (startFrom !== undefined && startBefore !== undefined) {
    checkWindow({ ageFrom: startFrom, ageBefore: startBefore }, ['choice'], fault)
  }
}
