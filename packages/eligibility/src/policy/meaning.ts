/** What a well-shaped policy must also be: cited, ordered, possible. */
import {
  type CivilDate,
  civilDate,
  type Issue,
  issue,
  type Path,
  toDayNumber,
} from '@tiemchung/core'
import type { Day } from '../engine/days.js'
import { policyErrors } from '../errors/policy-errors.js'
import { hasAgeHole } from './age-holes.js'
import { checkCourse } from './course-meaning.js'
import {
  type Cited,
  type DoseAge,
  type EligibilityPolicy,
  type PolicyDose,
  type PolicyInterval,
  type PolicyProduct,
  screeningItems,
  statuses,
} from './format.js'
import { grow, length, lengthOrNever, within } from './lengths.js'
import { checkWindow, type Fault, type Placed, place } from './placed.js'

/** Doses through all series, with their places. */
function placedDoses(policy: EligibilityPolicy): Placed<PolicyDose>[] {
  return policy.series.flatMap((series, index) => place(series.doses, ['series', index, 'doses']))
}

function screeningRules(policy: EligibilityPolicy) {
  const lists = ['contraindications', 'screeningDeferrals', 'precautions', 'hospital'] as const
  return lists.flatMap((name) => place(policy[name], [name]))
}

function citedInDose([dose, path]: Placed<PolicyDose>): Placed<Cited>[] {
  return [
    [dose, path],
    ...place(dose.ages ?? [], [...path, 'ages']),
    ...place(dose.intervals ?? [], [...path, 'intervals']),
    ...place(dose.acceptedIntervals ?? [], [...path, 'acceptedIntervals']),
    ...place(dose.offers ?? [], [...path, 'offers']),
    ...place(dose.skipWhen ?? [], [...path, 'skipWhen']),
    ...place(dose.seasons ?? [], [...path, 'seasons']),
  ]
}

const optionalRule = (rule: Cited | null | undefined, name: string): Placed<Cited>[] =>
  rule === null || rule === undefined ? [] : [[rule, [name]]]

function citedRules(policy: EligibilityPolicy): Placed<Cited>[] {
  return [
    [policy.population, ['population']],
    ...place(policy.products, ['products']),
    ...place(policy.products, ['products']).map(
      ([product, path]) => [product.counts, [...path, 'counts']] as const,
    ),
    ...placedDoses(policy).flatMap(citedInDose),
    ...place(policy.others ?? [], ['others']),
    ...place(policy.spacing ?? [], ['spacing']),
    ...optionalRule(policy.choice, 'choice'),
    ...optionalRule(policy.ageTransition, 'ageTransition'),
    ...place(policy.infectionDeferrals, ['infectionDeferrals']),
    ...screeningRules(policy),
    ...optionalRule(policy.consent, 'consent'),
  ]
}

function checkIds(values: readonly { readonly id: string }[], path: Path, fault: Fault): void {
  const seen = new Set<string>()
  values.forEach(({ id }, index) => {
    if (seen.has(id)) fault('eligibility.policy.duplicate', [...path, index, 'id'])
    seen.add(id)
  })
}

function checkCitations(policy: EligibilityPolicy, fault: Fault): void {
  const sources = new Set(policy.sources.map((source) => source.id))
  const assumptions = new Set(policy.assumptions.map((one) => one.id))
  const used = new Set<string>()
  for (const [rule, path] of citedRules(policy)) {
    const { cite, assumes = [] } = rule
    if (cite.length + assumes.length === 0) fault('eligibility.policy.uncited', path)
    cite.forEach((id, index) => {
      used.add(`source ${id}`)
      if (!sources.has(id)) fault('eligibility.policy.unknown-source', [...path, 'cite', index])
    })
    assumes.forEach((id, index) => {
      used.add(`assumption ${id}`)
      const at = [...path, 'assumes', index]
      if (!assumptions.has(id)) fault('eligibility.policy.unknown-assumption', at)
    })
  }
  policy.sources.forEach(({ id }, index) => {
    if (!used.has(`source ${id}`)) fault('eligibility.policy.unused', ['sources', index], 'warning')
  })
  policy.assumptions.forEach(({ id }, index) => {
    const at = ['assumptions', index]
    if (!used.has(`assumption ${id}`)) fault('eligibility.policy.unused', at, 'warning')
  })
}

function checkAges(policy: EligibilityPolicy, fault: Fault): void {
  checkWindow(policy.population, ['population'], fault)
  for (const [product, path] of place(policy.products, ['products'])) {
    const { use, counts } = product
    checkWindow(counts, [...path, 'counts'], fault)
    if (use === null) continue
    if (product.volumeMl === undefined) fault('eligibility.policy.volume', [...path, 'volumeMl'])
    checkWindow(use, [...path, 'use'], fault)
    if (!within(use, policy.population)) fault('eligibility.policy.age-outside', [...path, 'use'])
    if (!within(use, counts)) fault('eligibility.policy.use-not-counted', [...path, 'use'])
  }
}

function checkProductIds(
  policy: EligibilityPolicy,
  [ids, path]: Placed<readonly string[]>,
  fault: Fault,
  planned: boolean,
): void {
  ids.forEach((id, index) => {
    const product = policy.products.find((one) => one.id === id)
    if (product === undefined) fault('eligibility.policy.unknown-product', [...path, index])
    else if (planned && product.use === null) {
      fault('eligibility.policy.product-not-planned', [...path, index])
    }
  })
}

/** Products of the policy, and vaccines of others from which a distance is kept. */
function checkReference(
  policy: EligibilityPolicy,
  [interval, path]: Placed<PolicyInterval>,
  n: number,
  fault: Fault,
): void {
  const { from } = interval
  if ('dose' in from && from.dose >= n) fault('eligibility.policy.unknown-dose', [...path, 'from'])
  if (!('lastOf' in from)) return
  const known = new Set([...policy.products, ...(policy.others ?? [])].map((one) => one.id))
  from.lastOf.forEach((id, index) => {
    if (known.has(id)) return
    fault('eligibility.policy.unknown-product', [...path, 'from', 'lastOf', index])
  })
}

function checkIntervals(
  policy: EligibilityPolicy,
  [dose, path]: Placed<PolicyDose>,
  fault: Fault,
): void {
  for (const placed of [
    ...place(dose.intervals ?? [], [...path, 'intervals']),
    ...place(dose.acceptedIntervals ?? [], [...path, 'acceptedIntervals']),
  ]) {
    const [interval, at] = placed
    const { after = [], min, countsFrom, recommended, overdueAfter } = interval
    checkReference(policy, placed, dose.n, fault)
    checkProductIds(policy, [after, [...at, 'after']], fault, false)
    if (!grow(countsFrom, min) || !grow(min, recommended, overdueAfter)) {
      fault('eligibility.policy.duration-order', at)
    }
  }
}

function checkDoses(policy: EligibilityPolicy, fault: Fault): void {
  placedDoses(policy).forEach(([dose, path], index) => {
    if (dose.n !== index + 1) fault('eligibility.policy.dose-order', [...path, 'n'])
    checkProductIds(policy, [dose.products, [...path, 'products']], fault, true)
    if (hasAgeHole(policy, dose)) {
      fault('eligibility.policy.age-hole', [...path, 'products'], 'warning')
    }
    if (dose.sameBrandAs !== undefined && dose.sameBrandAs >= dose.n) {
      fault('eligibility.policy.unknown-dose', [...path, 'sameBrandAs'])
    }
    checkIntervals(policy, [dose, path], fault)
  })
}

/** The ages of a dose, or all of life where it has none. */
function ageRows(dose: PolicyDose): readonly Pick<DoseAge, 'from' | 'before'>[] {
  return dose.ages === undefined || dose.ages.length === 0 ? [{ from: 'P0D' }] : dose.ages
}

function daysOfUse(
  { use }: PolicyProduct,
  dose: PolicyDose,
  birth: Day,
  waits: readonly Day[],
): Day[] {
  if (use === null) return []
  return ageRows(dose).flatMap(({ from, before }) => {
    const day = Math.max(length(use.ageFrom, birth), length(from, birth), ...waits)
    const end = Math.min(lengthOrNever(use.ageBefore, birth), lengthOrNever(before, birth))
    return day < end ? [day] : []
  })
}

/** The first day on which a dose can be given to somebody born on a day, or undefined. */
function firstPossible(
  policy: EligibilityPolicy,
  dose: PolicyDose,
  birth: Day,
  earlier: readonly (Day | undefined)[],
): Day | undefined {
  const waits = (dose.intervals ?? []).flatMap(({ from, after, effective, min }) => {
    const since = 'dose' in from ? earlier[from.dose - 1] : undefined
    const always = after === undefined && effective === undefined
    return always && since !== undefined ? [length(min, since)] : []
  })
  const days = policy.products
    .filter((product) => dose.products.includes(product.id))
    .flatMap((product) => daysOfUse(product, dose, birth, waits))
  return days.length === 0 ? undefined : Math.min(...days)
}

const births: readonly CivilDate[] = [
  /* @__PURE__ */ civilDate(2000, 1, 1),
  /* @__PURE__ */ civilDate(2000, 2, 29),
  /* @__PURE__ */ civilDate(2001, 8, 31),
]

/** A dose is impossible when it is for every day of birth; leap days and long months stand for all. */
function checkPossible(policy: EligibilityPolicy, fault: Fault): void {
  const possible = new Set<number>()
  for (const birth of births) {
    const days: (Day | undefined)[] = []
    for (const [dose] of placedDoses(policy)) {
      const day = firstPossible(policy, dose, toDayNumber(birth), days)
      if (day !== undefined) possible.add(dose.n)
      days.push(day)
    }
  }
  for (const [dose, path] of placedDoses(policy)) {
    // A dose that is only recognised in history is never planned.
    if (dose.products.length === 0 && dose.accepts !== undefined) continue
    if (!possible.has(dose.n)) fault('eligibility.policy.impossible-dose', path)
  }
}

function checkPrecedence({ precedence }: EligibilityPolicy, fault: Fault): void {
  const all = new Set(precedence).size === statuses.length && precedence.length === statuses.length
  if (!all || precedence.at(-1) !== 'eligible') {
    fault('eligibility.policy.precedence', ['precedence'])
  }
}

function checkScreening(policy: EligibilityPolicy, fault: Fault): void {
  const rules = screeningRules(policy)
  const asked = new Set(rules.map(([rule]) => rule.item))
  if (asked.size > 0 && asked.size < screeningItems.length) {
    fault('eligibility.policy.screening-incomplete', [])
  }
  const seen = new Set<string>()
  for (const [rule, path] of [
    ...place(policy.infectionDeferrals, ['infectionDeferrals']),
    ...rules,
  ]) {
    if (seen.has(rule.id)) fault('eligibility.policy.duplicate', [...path, 'id'])
    seen.add(rule.id)
  }
}

/** Everything that is wrong with the meaning of a policy that has the right shape. */
export function lintMeaning(policy: EligibilityPolicy): Issue[] {
  const issues: Issue[] = []
  const fault: Fault = (code, path, severity) => {
    issues.push(issue(policyErrors, code, severity === undefined ? { path } : { path, severity }))
  }
  checkIds(policy.products, ['products'], fault)
  checkIds(policy.series, ['series'], fault)
  checkIds(policy.assumptions, ['assumptions'], fault)
  checkCitations(policy, fault)
  checkAges(policy, fault)
  checkDoses(policy, fault)
  checkCourse(policy, placedDoses(policy), fault)
  checkPossible(policy, fault)
  checkPrecedence(policy, fault)
  checkScreening(policy, fault)
  return issues
}
