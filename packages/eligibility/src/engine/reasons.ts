/** Reasons: what every rule says about the person on the day. */
import type { PlanProduct } from '../policy-set/compile.js'
import type { Effect, Reason, RuleRef } from './answer.js'
import { type Day, toDate } from './days.js'
import type { Window } from './offer.js'
import { foremost, type Piece } from './pieces.js'
import type { Case, RuleDays } from './rules.js'

function bounds(allowed: RuleDays['allowed']): Pick<Reason, 'from' | 'to'> {
  if (allowed === undefined) return {}
  const { from, end } = allowed
  return {
    ...(Number.isFinite(from) ? { from: toDate(from) } : {}),
    ...(Number.isFinite(end) ? { to: toDate(end - 1) } : {}),
  }
}

function reasonOf(rule: RuleDays, effect: Effect): Reason {
  return {
    rule: rule.rule,
    kind: rule.kind,
    effect,
    ...bounds(rule.allowed),
    cite: rule.grounds.cite,
    assumes: rule.grounds.assumes,
    params: rule.params ?? {},
    ...(rule.says === undefined ? {} : { says: rule.says }),
  }
}

function effectOf(rule: RuleDays, active: readonly RuleDays[]): Effect {
  if (!active.includes(rule)) return 'allows'
  return rule.status === 'unknown' ? 'unknown' : 'blocks'
}

function ofProduct(product: PlanProduct, kind: Reason['kind']): RuleDays {
  return {
    rule: kind === 'productReview' ? `product/${product.id}/review` : `product/${product.id}`,
    kind,
    grounds: product.grounds,
    status: 'eligible',
    weight: 'dated',
    from: 0,
    end: 0,
    says: product.name,
    params: {
      product: product.id,
      ...(product.doseMcg === null ? {} : { doseMcg: product.doseMcg }),
      ...(product.volumeMl === null ? {} : { volumeMl: product.volumeMl }),
    },
  }
}

function productReasons(window: Window, active: readonly RuleDays[], on: Day): Reason[] {
  const { product, from, end, barred } = window
  if (barred !== undefined) return [reasonOf(ofProduct(product, barred), 'informs')]
  const base = ofProduct(product, 'productAge')
  const blocks = active.some((rule) => rule.rule === base.rule)
  const allows = from <= on && on < end
  const effect: Effect = blocks ? 'blocks' : allows ? 'allows' : 'informs'
  const aged = reasonOf({ ...base, allowed: { from, end } }, effect)
  const review = reasonOf(ofProduct(product, 'productReview'), 'informs')
  return product.review && allows ? [aged, review] : [aged]
}

function vainReason(piece: Piece): Reason[] {
  if (!piece.noDayLeft) return []
  const age = piece.regime.rules.find((rule) => rule.kind === 'age') as RuleDays
  const waits = piece.active.filter((rule) => rule.weight === 'dated')
  const grounds = [...waits, age].map((rule) => rule.grounds)
  return [
    {
      rule: 'no-day-left',
      kind: 'noDayLeft',
      effect: 'blocks',
      ...bounds(age.allowed),
      cite: [...new Set(grounds.flatMap((one) => one.cite))],
      assumes: [...new Set(grounds.flatMap((one) => one.assumes))],
      params: {},
    },
  ]
}

function informing(piece: Piece, { subject }: Case): Reason[] {
  const { plan } = piece.regime.governing
  const answers = subject.plain.facts.screening
  const kinds = [
    ['precaution', plan.precautions],
    ['hospital', plan.hospital],
  ] as const
  return kinds.flatMap(([kind, rules]) =>
    rules
      .filter((rule) => answers?.[rule.item] === 'yes')
      .map(({ id, grounds, says }) => ({
        rule: id,
        kind,
        effect: 'informs' as const,
        cite: grounds.cite,
        assumes: grounds.assumes,
        params: {},
        says,
      })),
  )
}

/** Everything that the rules say on a day, what stands in the way first. */
export function reasonsOn(piece: Piece, one: Case): Reason[] {
  const { rules, windows, target } = piece.regime
  const extra = piece.active.filter((rule) => rule.kind === 'brand' || rule.kind === 'stock')
  const all = [
    ...vainReason(piece),
    ...rules
      .filter((rule) => rule.kind !== 'course' || target === undefined)
      .map((rule) => reasonOf(rule, effectOf(rule, piece.active))),
    ...extra.map((rule) => reasonOf(rule, 'blocks')),
    ...windows.flatMap((window) => productReasons(window, piece.active, one.on)),
    ...informing(piece, one),
  ]
  const order: readonly Effect[] = ['blocks', 'unknown', 'informs', 'allows']
  return all.sort((left, right) => order.indexOf(left.effect) - order.indexOf(right.effect))
}

/** A rule as a reference. */
export function refOf(rule: RuleDays | Reason): RuleRef {
  return { rule: rule.rule, cite: 'grounds' in rule ? rule.grounds.cite : rule.cite }
}

/** The rule whose border lies between two neighbouring pieces. */
export function changeBetween(before: Piece, after: Piece): RuleRef {
  const without = (rules: readonly RuleDays[], other: readonly RuleDays[]) =>
    rules.filter((rule) => !other.some((one) => one.rule === rule.rule))
  const { plan } = after.regime.governing
  const left = before.regime.governing.plan
  if (left.id !== plan.id) return { rule: 'age', cite: left.ageGrounds.cite }
  const changed =
    foremost(without(after.active, before.active), plan) ??
    foremost(without(before.active, after.active), plan)
  if (changed !== undefined) return refOf(changed)
  const due = after.regime.target
  if (due !== undefined && due.n !== before.regime.target?.n) {
    return { rule: `dose-${due.n}`, cite: due.grounds.cite }
  }
  const known = new Set(before.products.map((product) => product.id))
  const offered = after.products.find((product) => !known.has(product.id))
  return offered === undefined
    ? { rule: 'policy-period', cite: plan.headGrounds.cite }
    : { rule: `product/${offered.id}`, cite: offered.grounds.cite }
}

function mergeOne(first: Reason, last: Reason | undefined): Reason {
  if (last === undefined) return { ...first, effect: 'unknown' }
  const from = [first.from, last.from]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
  const to = [first.to, last.to].filter((day) => day !== undefined).sort()[0]
  const { from: _from, to: _to, ...rest } = first
  return {
    ...rest,
    effect: first.effect === last.effect ? first.effect : 'unknown',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

/** The reasons of two possible days of birth: `from` and `to` hold the days that both allow. */
export function mergeReasons(first: readonly Reason[], last: readonly Reason[]): Reason[] {
  const key = (reason: Reason) => `${reason.rule} ${reason.kind}`
  const seen = new Set(first.map(key))
  return [
    ...first.map((reason) =>
      mergeOne(
        reason,
        last.find((one) => key(one) === key(reason)),
      ),
    ),
    ...last
      .filter((reason) => !seen.has(key(reason)))
      .map((reason) => ({ ...reason, effect: 'unknown' as const })),
  ]
}
