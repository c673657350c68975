/** Reasons: what every rule says about the person on the day. */
import type { Params } from '@tiemchung/core'
import type { PlanProduct, PlanScreeningRule } from '../policy-set/compile.js'
import type { Effect, Reason, RuleRef } from './answer.js'
import { type Day, toDate } from './days.js'
import type { Window } from './offer.js'
import type { Piece } from './pieces.js'
import type { RuleDays } from './rule-days.js'
import type { Case } from './rules.js'

type Writable<T> = { -readonly [Member in keyof T]: T[Member] }

/** Puts in the days on which a rule allows, as far as it has a first and a last. */
function addBounds(reason: Writable<Reason>, allowed: RuleDays['allowed']): Reason {
  if (allowed === undefined) return reason
  if (Number.isFinite(allowed.from)) reason.from = toDate(allowed.from)
  if (Number.isFinite(allowed.end)) reason.to = toDate(allowed.end - 1)
  return reason
}

const nothing: Params = {}

function reasonOf(rule: RuleDays, effect: Effect): Reason {
  const reason: Writable<Reason> = {
    rule: rule.rule,
    kind: rule.kind,
    effect,
    cite: rule.grounds.cite,
    assumes: rule.grounds.assumes,
    params: rule.params ?? nothing,
  }
  if (rule.says !== undefined) reason.says = rule.says
  return addBounds(reason, rule.allowed)
}

function effectOf(rule: RuleDays, active: readonly RuleDays[]): Effect {
  if (!active.includes(rule)) return 'allows'
  return rule.status === 'unknown' ? 'unknown' : 'blocks'
}

/** How much of a product is given, as far as the policy says it. */
function amountOf({ id, doseMcg, volumeMl }: PlanProduct): Params {
  if (doseMcg === null) return volumeMl === null ? { product: id } : { product: id, volumeMl }
  return volumeMl === null ? { product: id, doseMcg } : { product: id, doseMcg, volumeMl }
}

function reasonOfProduct(product: PlanProduct, kind: Reason['kind'], effect: Effect) {
  const { id, grounds } = product
  const reason: Writable<Reason> = {
    rule: kind === 'productReview' ? `product/${id}/review` : `product/${id}`,
    kind,
    effect,
    cite: grounds.cite,
    assumes: grounds.assumes,
    params: amountOf(product),
    says: product.name,
  }
  return reason
}

function addProductReasons(said: Said, window: Window, active: readonly RuleDays[], on: Day): void {
  const { product, from, end, barred } = window
  if (barred !== undefined) return say(said, reasonOfProduct(product, barred, 'informs'))
  const allows = from <= on && on < end
  const rule = `product/${product.id}`
  const blocks = active.some((one) => one.rule === rule)
  const effect: Effect = blocks ? 'blocks' : allows ? 'allows' : 'informs'
  say(said, addBounds(reasonOfProduct(product, 'productAge', effect), window))
  if (product.review && allows) say(said, reasonOfProduct(product, 'productReview', 'informs'))
}

/** Reasons by effect, in the order in which they are told. */
type Said = Readonly<Record<Effect, Reason[]>>

function say(said: Said, reason: Reason): void {
  said[reason.effect].push(reason)
}

function vainReason(piece: Piece): Reason {
  const { age } = piece.regime
  const waits = piece.active.filter((rule) => rule.weight === 'dated')
  const grounds = [...waits, age].map((rule) => rule.grounds)
  const reason: Reason = {
    rule: 'no-day-left',
    kind: 'noDayLeft',
    effect: 'blocks',
    cite: [...new Set(grounds.flatMap((one) => one.cite))],
    assumes: [...new Set(grounds.flatMap((one) => one.assumes))],
    params: nothing,
  }
  return addBounds(reason, age.allowed)
}

function addInforming(
  said: Said,
  kind: 'precaution' | 'hospital',
  rules: readonly PlanScreeningRule[],
  { subject }: Case,
): void {
  const answers = subject.plain.facts.screening
  for (const { id, item, grounds, says } of rules) {
    if (answers?.[item] !== 'yes') continue
    const { cite, assumes } = grounds
    said.informs.push({ rule: id, kind, effect: 'informs', cite, assumes, params: nothing, says })
  }
}

/** Why no product at all may be given for the dose. */
const ofNoProduct: ReadonlySet<Reason['kind']> = /* @__PURE__ */ new Set([
  'brand',
  'mixing',
  'stock',
  'historyOnly',
] as const)

/** Everything that the rules say on a day, what stands in the way first. */
export function reasonsOn(piece: Piece, one: Case): Reason[] {
  const { age, period, rules, windows, plan } = piece.regime
  const said: Said = { blocks: [], unknown: [], informs: [], allows: [] }
  if (piece.noDayLeft) say(said, vainReason(piece))
  say(said, reasonOf(age, effectOf(age, piece.active)))
  say(said, reasonOf(period, effectOf(period, piece.active)))
  for (const rule of rules) {
    say(said, reasonOf(rule, effectOf(rule, piece.active)))
  }
  for (const rule of piece.active) {
    if (ofNoProduct.has(rule.kind)) say(said, reasonOf(rule, 'blocks'))
  }
  for (const window of windows) addProductReasons(said, window, piece.active, one.on)
  addInforming(said, 'precaution', plan.precautions, one)
  addInforming(said, 'hospital', plan.hospital, one)
  for (const reason of said.unknown) said.blocks.push(reason)
  for (const reason of said.informs) said.blocks.push(reason)
  for (const reason of said.allows) said.blocks.push(reason)
  return said.blocks
}

/** A rule as a reference. */
export function refOf(rule: RuleDays | Reason): RuleRef {
  return { rule: rule.rule, cite: 'grounds' in rule ? rule.grounds.cite : rule.cite }
}

function mergeOne(first: Reason, last: Reason | undefined): Reason {
  if (last === undefined) return { ...first, effect: 'unknown' }
  // A day past the end of the calendar is not told, and comes last in the order.
  const from = [first.from, last.from].sort().at(-1)
  const to = [first.to, last.to].sort().at(0)
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
