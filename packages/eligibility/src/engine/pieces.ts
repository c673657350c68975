/** All of time cut into pieces on which the answer stays the same. */
import type { Status } from '../policy/format.js'
import type { Plan, PlanDose, PlanProduct } from '../policy-set/compile.js'
import type { PolicySet } from '../policy-set/define.js'
import type { Day } from './days.js'
import {
  type Band,
  bandIn,
  type Governing,
  governingCuts,
  governingOn,
  insertDay,
} from './govern.js'
import { noProductRules, productsOn, type Stock, type Window, windowsOf } from './offer.js'
import type { RuleDays } from './rule-days.js'
import { ageRule, type Case, never, periodRule, personRules } from './rules.js'
import { skipCuts, targetOn } from './skip.js'

/** What holds while one version of one policy speaks and the person is on one side of its ages. */
export interface Regime {
  readonly governing: Governing
  readonly target: PlanDose | undefined
  readonly age: RuleDays
  readonly period: RuleDays
  /** All other rules: those that the whole time of a plan has in common. */
  readonly rules: readonly RuleDays[]
  readonly windows: readonly Window[]
}

/** A stretch of days `[from, end)` on which nothing changes. */
export interface Piece {
  readonly from: Day
  readonly end: Day
  readonly status: Status
  /** Whether nothing known stands in the way: only screening, consent or a fact may be missing. */
  readonly clear: boolean
  readonly products: readonly PlanProduct[]
  readonly active: readonly RuleDays[]
  readonly regime: Regime
  /** True where only the end of the age band makes the course impossible. */
  readonly noDayLeft: boolean
}

/** What a plan says about a person, whatever the day. */
interface Standing {
  readonly plan: Plan
  readonly target: PlanDose | undefined
  readonly rules: readonly RuleDays[]
  readonly windows: readonly Window[]
}

function standingOf(plan: Plan, target: PlanDose | undefined, one: Case, stock: Stock): Standing {
  return {
    plan,
    target,
    rules: personRules(plan, target, one),
    windows: target === undefined ? [] : windowsOf(plan, target, one, stock),
  }
}

function regimeOf(governing: Governing, { target, rules, windows }: Standing, one: Case): Regime {
  const age = ageRule(governing, bandIn(one.bands, governing.plan))
  return { governing, target, age, period: periodRule(governing), rules, windows }
}

function addCuts(cuts: Day[], span: Band, from: Day, end: Day): void {
  if (span.from > from && span.from < end) insertDay(cuts, span.from)
  if (span.end > from && span.end < end) insertDay(cuts, span.end)
}

/** Days at which a rule or a product begins or ends. Age and period only do where the regime does. */
function cutsWithin({ rules, windows }: Regime, from: Day, end: Day): Day[] {
  const cuts = [from]
  for (const rule of rules) addCuts(cuts, rule, from, end)
  for (const window of windows) {
    addCuts(cuts, window, from, end)
    addCuts(cuts, window.age, from, end)
  }
  return cuts
}

/** The rule with the say: the first in the policy's precedence. */
export function foremost(active: readonly RuleDays[], plan: Plan): RuleDays | undefined {
  let first: RuleDays | undefined
  for (const rule of active) {
    if (first === undefined || plan.rank[rule.status] < plan.rank[first.status]) first = rule
  }
  return first
}

function activeOn(regime: Regime, day: Day): RuleDays[] {
  const active: RuleDays[] = []
  if (regime.age.end > day) active.push(regime.age)
  if (regime.period.end > day) active.push(regime.period)
  for (const rule of regime.rules) if (rule.from <= day && day < rule.end) active.push(rule)
  return active
}

function isClear(active: readonly RuleDays[]): boolean {
  for (const rule of active) if (rule.weight !== 'awaits') return false
  return true
}

function pieceOf(regime: Regime, from: Day, end: Day): Piece {
  const { plan } = regime.governing
  const active = activeOn(regime, from)
  const products = productsOn(regime.windows, from)
  if (regime.target !== undefined && products.length === 0) {
    active.push(...noProductRules(regime.windows, from, regime.target))
  }
  const clear = isClear(active)
  return {
    from,
    end,
    status: foremost(active, plan)?.status ?? 'eligible',
    clear,
    products: clear ? products : [],
    active,
    regime,
    noDayLeft: false,
  }
}

/** Statuses that say: wait. */
const waits = (status: Status) => status === 'tooSoon' || status === 'deferred'

const isDated = (rule: RuleDays) => rule.weight === 'dated'
const isTooOld = (rule: RuleDays) => rule.status === 'tooOld'

/**
 * Where no dated day is left before the person is too old, waiting is in vain: the status is `tooOld` at
 * once, as CDSi has it ("the earliest date lies on or after the maximum age date").
 */
function lookAhead(pieces: Piece[]): Piece[] {
  let dayLeft = false
  let tooOldLater = false
  for (let place = pieces.length - 1; place >= 0; place--) {
    const piece = pieces[place] as Piece
    dayLeft ||= !piece.active.some(isDated)
    tooOldLater ||= piece.active.some(isTooOld)
    const inVain = !dayLeft && tooOldLater && waits(piece.status)
    if (inVain) pieces[place] = { ...piece, status: 'tooOld', noDayLeft: true }
  }
  return pieces
}

/** Days at which another dose may be due because one is passed over. */
function addSkipCuts(cuts: Day[], set: PolicySet, one: Case, start: Day): void {
  for (const { plans } of set.programs) {
    for (const plan of plans) {
      if (!plan.skips) continue
      for (const day of skipCuts(plan, one)) if (day > start) insertDay(cuts, day)
    }
  }
}

/** The pieces from `start` on, in order, without a hole, to the end of time. */
export function piecesOf(set: PolicySet, one: Case, start: Day, stock: Stock): Piece[] {
  const cuts = governingCuts(set, one.bands, start)
  addSkipCuts(cuts, set, one, start)
  const standings: Standing[] = []
  const pieces: Piece[] = []
  for (let place = 0; place < cuts.length; place++) {
    const from = cuts[place] as Day
    const end = cuts[place + 1] ?? never
    const governing = governingOn(set, one.bands, from)
    const { plan } = governing
    const target = targetOn(plan, one, from)
    let standing = standings.find((known) => known.plan === plan && known.target === target)
    if (standing === undefined) {
      standing = standingOf(plan, target, one, stock)
      standings.push(standing)
    }
    const regime = regimeOf(governing, standing, one)
    const inner = cutsWithin(regime, from, end)
    for (let cut = 0; cut < inner.length; cut++) {
      pieces.push(pieceOf(regime, inner[cut] as Day, inner[cut + 1] ?? end))
    }
  }
  return lookAhead(pieces)
}
