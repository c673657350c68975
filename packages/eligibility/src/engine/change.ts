/** Why an answer changes on a day. */
import type { Plan, PlanDose } from '../policy-set/compile.js'
import type { PolicySet } from '../policy-set/define.js'
import type { RuleRef } from './answer.js'
import type { Day } from './days.js'
import { type Governing, governingOn } from './govern.js'
import type { Stock } from './offer.js'
import { foremost, type Piece, pieceOf, reignCuts, regimeOf } from './pieces.js'
import type { RuleDays } from './rule-days.js'
import type { Case } from './rules.js'
import { duePlace } from './skip.js'
import { standingOf } from './standing.js'

/** What pieces were made of. */
export interface Making {
  readonly set: PolicySet
  readonly stock: Stock
  /** Where the pieces begin. */
  readonly start: Day
}

/** A piece, and who speaks on the day at which it is looked at. */
interface Side {
  readonly piece: Piece
  readonly governing: Governing
}

/** The rules of the first list that the other does not name. */
function without(rules: readonly RuleDays[], other: readonly RuleDays[]): RuleDays[] {
  const left: RuleDays[] = []
  for (const rule of rules) if (!other.some((one) => one.rule === rule.rule)) left.push(rule)
  return left
}

/** A rule of a piece, on the grounds that the version of the day gives for it. */
function refOn({ piece, governing }: Side, rule: RuleDays, one: Case, stock: Stock): RuleRef {
  const { regime, active, from, end } = piece
  const { plan } = governing
  const ref = (cite: readonly string[]): RuleRef => ({ rule: rule.rule, cite })
  if (plan === regime.plan) return ref(rule.grounds.cite)
  // Versions that say the same have the same rules in the same order.
  const standing = standingOf(plan, duePlace(plan, one, from), one, stock)
  const same = pieceOf(regimeOf(standing, governing, one), from, end)
  return ref((same.active[active.indexOf(rule)] as RuleDays).grounds.cite)
}

/** The dose or the product that is new where no rule begins or ends; else it is the version. */
function newIn(before: Piece, after: Piece, plan: Plan): RuleRef {
  if (after.dose !== before.dose) {
    // That no dose is due any more is told by a rule of its own.
    const dose = plan.doses.find(({ n }) => n === after.dose) as PlanDose
    return { rule: `dose-${dose.n}`, cite: dose.grounds.cite }
  }
  const known = new Set(before.products.map((product) => product.id))
  const offered = after.products.find((product) => !known.has(product.id))
  const product = plan.products.find(({ id }) => id === offered?.id)
  return product === undefined
    ? { rule: 'policy-period', cite: plan.headGrounds.cite }
    : { rule: `product/${product.id}`, cite: product.grounds.cite }
}

function changeBetween(before: Side, after: Side, one: Case, stock: Stock): RuleRef {
  const { plan } = after.governing
  const left = before.governing.plan
  if (left.id !== plan.id) return { rule: 'age', cite: left.ageGrounds.cite }
  const [was, is] = [before.piece.active, after.piece.active]
  const begun = foremost(without(is, was), plan)
  if (begun !== undefined) return refOn(after, begun, one, stock)
  const ended = foremost(without(was, is), plan)
  if (ended !== undefined) return refOn(before, ended, one, stock)
  return newIn(before.piece, after.piece, plan)
}

/**
 * The rule whose border lies on a day, when one does for this day of birth: also that of a version which
 * begins to speak and says the same as the one before.
 */
export function changeOn(
  pieces: readonly Piece[],
  one: Case,
  day: Day,
  { set, stock, start }: Making,
): RuleRef | null {
  const place = pieces.findIndex(({ end }) => day < end)
  const piece = pieces[place] as Piece
  const begins = piece.from === day
  if (!begins && !reignCuts(set, one, start).includes(day)) return null
  // No answer changes before the first piece: the day asked lies in one.
  const before = begins ? (pieces[place - 1] as Piece) : piece
  const governing = (at: Day) => governingOn(set, one.bands, at)
  return changeBetween(
    { piece: before, governing: governing(day - 1) },
    { piece, governing: governing(day) },
    one,
    stock,
  )
}
