/** All of time cut into pieces on which the answer stays the same. */
import type { Status } from '../policy/format.js'
import type { Plan } from '../policy-set/compile.js'
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
import { headsOf } from './heads.js'
import { addNoProductRules, isOffered, productsOn, type Stock } from './offer.js'
import type { View } from './outlook.js'
import type { RuleDays } from './rule-days.js'
import { ageRule, type Case, never, periodRule } from './rules.js'
import { skipCuts } from './skip.js'
import { type Standing, Standings } from './standing.js'

/** What holds while versions that say the same speak and the person is on one side of their ages. */
export interface Regime extends Standing {
  readonly age: RuleDays
  readonly period: RuleDays
}

/** A stretch of days `[from, end)` on which nothing changes. */
export interface Piece extends View {
  readonly active: readonly RuleDays[]
  readonly regime: Regime
  /** True where only the end of the age band makes the course impossible. */
  readonly noDayLeft: boolean
}

/** From when on a regime reigns. */
interface Reign extends Pick<Governing, 'age' | 'inForce'> {
  readonly from: Day
  readonly standing: Standing
}

/** What a plan says that speaks at an age, in force or not. */
export function regimeOf(
  { plan, target, rules, bars, windows }: Standing,
  { age, inForce }: Pick<Governing, 'age' | 'inForce'>,
  one: Case,
): Regime {
  const heads = headsOf(plan)
  return {
    plan,
    target,
    rules,
    bars,
    windows,
    age: ageRule(heads, age, bandIn(one.bands, plan)),
    period: periodRule(heads, inForce),
  }
}

/** The first day after `day`, and not after `end`, at which a span begins or ends. */
export function borderAfter(day: Day, end: Day, span: Band): Day {
  if (span.from > day) return Math.min(span.from, end)
  return span.end > day ? Math.min(span.end, end) : end
}

/** The end of the piece that begins on a day. Age and period only end where the regime does. */
function pieceEnd({ bars, windows }: Regime, day: Day, end: Day): Day {
  let border = end
  for (const rule of bars) border = borderAfter(day, border, rule)
  for (const window of windows) {
    border = borderAfter(day, borderAfter(day, border, window), window.age)
  }
  return border
}

/** The rule with the say: the first in the policy's precedence. */
export function foremost(active: readonly RuleDays[], plan: Plan): RuleDays | undefined {
  let first: RuleDays | undefined
  for (const rule of active) {
    if (first === undefined || plan.rank[rule.status] < plan.rank[first.status]) first = rule
  }
  return first
}

function activeOn({ age, period, bars }: Regime, day: Day): RuleDays[] {
  const active: RuleDays[] = []
  if (age.end > day) active.push(age)
  if (period.end > day) active.push(period)
  for (const rule of bars) if (rule.from <= day && day < rule.end) active.push(rule)
  return active
}

function isClear(active: readonly RuleDays[]): boolean {
  for (const rule of active) if (rule.weight !== 'awaits') return false
  return true
}

/** The piece of a regime between two days. */
export function pieceOf(regime: Regime, from: Day, end: Day): Piece {
  const { plan, target, windows } = regime
  const active = activeOn(regime, from)
  if (target !== undefined && !isOffered(windows, from)) {
    addNoProductRules(active, windows, from, target)
  }
  const clear = isClear(active)
  return {
    from,
    end,
    status: foremost(active, plan)?.status ?? 'eligible',
    clear,
    dose: target?.n ?? null,
    products: clear ? productsOn(windows, from) : [],
    policy: plan.id,
    active,
    regime,
    noDayLeft: false,
  }
}

/** Statuses that say: wait. */
const waits = (status: Status) => status === 'tooSoon' || status === 'deferred'

/** Has a date, and is not the end of the policy itself: such a day is not lost to the age. */
const isDated = ({ weight, kind }: RuleDays) => weight === 'dated' && kind !== 'policyPeriod'
const isTooOld = (rule: RuleDays) => rule.status === 'tooOld'

/**
 * Where no dated day is left before the person is too old, waiting is in vain: the status is `tooOld` at
 * once, as CDSi has it ("the earliest date lies on or after the maximum age date").
 */
function lookAhead(pieces: Piece[]): Piece[] {
  if (!pieces.some(({ status }) => waits(status))) return pieces
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

/** Every day from `start` on at which another version, another age or another dose may begin to count. */
export function reignCuts(set: PolicySet, one: Case, start: Day): readonly Day[] {
  const cuts = governingCuts(set, one.bands, start)
  addSkipCuts(cuts, set, one, start)
  return cuts
}

/** Who speaks from `start` on. A version that says the same as the one before begins nothing new. */
function reignsOf(set: PolicySet, one: Case, start: Day, stock: Stock): Reign[] {
  const standings = new Standings(set, one, stock)
  const reigns: Reign[] = []
  let last: Reign | undefined
  for (const from of reignCuts(set, one, start)) {
    const { plan, age, inForce } = governingOn(set, one.bands, from)
    const standing = standings.on(plan, from)
    if (last?.standing === standing && last.age === age && last.inForce === inForce) continue
    last = { from, standing, age, inForce }
    reigns.push(last)
  }
  return reigns
}

/** The pieces from `start` on, in order, without a hole, to the end of time. */
export function piecesOf(set: PolicySet, one: Case, start: Day, stock: Stock): Piece[] {
  const reigns = reignsOf(set, one, start, stock)
  const pieces: Piece[] = []
  for (let place = 0; place < reigns.length; place++) {
    const reign = reigns[place] as Reign
    const end = reigns[place + 1]?.from ?? never
    const regime = regimeOf(reign.standing, reign, one)
    let day = reign.from
    while (day < end) {
      const next = pieceEnd(regime, day, end)
      pieces.push(pieceOf(regime, day, next))
      day = next
    }
  }
  return lookAhead(pieces)
}
