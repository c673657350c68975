/** All of time cut into pieces on which the answer stays the same. */
import type { Status } from '../policy/format.js'
import type { Plan, PlanDose, PlanProduct } from '../policy-set/compile.js'
import type { PolicySet } from '../policy-set/define.js'
import type { Day } from './days.js'
import { type Governing, governingCuts, governingOn } from './govern.js'
import { noProductRules, productsOn, type Stock, type Window, windowsOf } from './offer.js'
import { type Case, never, type RuleDays, rulesOf } from './rules.js'
import { skipCuts, targetOn } from './skip.js'

/** What holds while one version of one policy speaks and the person is on one side of its ages. */
export interface Regime {
  readonly governing: Governing
  readonly target: PlanDose | undefined
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

function regimeOn(set: PolicySet, one: Case, day: Day, stock: Stock): Regime {
  const governing = governingOn(set, one.birth, day)
  const { plan } = governing
  const target = targetOn(plan, one.history, one.birth, day)
  return {
    governing,
    target,
    rules: rulesOf(governing, target, one),
    windows: target === undefined ? [] : windowsOf(plan, target, one, stock),
  }
}

function cutsWithin({ rules, windows }: Regime, from: Day, end: Day): Day[] {
  const cuts = new Set<Day>([from])
  for (const span of [...rules, ...windows]) {
    if (span.from > from && span.from < end) cuts.add(span.from)
    if (span.end > from && span.end < end) cuts.add(span.end)
  }
  return [...cuts].sort((left, right) => left - right)
}

/** The rule with the say: the first in the policy's precedence. */
export function foremost(active: readonly RuleDays[], plan: Plan): RuleDays | undefined {
  let first: RuleDays | undefined
  for (const rule of active) {
    if (first === undefined || plan.rank[rule.status] < plan.rank[first.status]) first = rule
  }
  return first
}

function pieceOf(regime: Regime, from: Day, end: Day): Piece {
  const { plan } = regime.governing
  const active = regime.rules.filter((rule) => rule.from <= from && from < rule.end)
  const products = productsOn(regime.windows, from)
  if (regime.target !== undefined && products.length === 0) {
    active.push(...noProductRules(regime.windows, from, regime.target))
  }
  const clear = active.every((rule) => rule.weight === 'awaits')
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
const waiting: ReadonlySet<Status> = new Set(['tooSoon', 'deferred'])

/**
 * Where no dated day is left before the person is too old, waiting is in vain: the status is `tooOld` at
 * once, as CDSi has it ("the earliest date lies on or after the maximum age date").
 */
function lookAhead(pieces: readonly Piece[]): Piece[] {
  let dayLeft = false
  let tooOldLater = false
  return [...pieces]
    .reverse()
    .map((piece) => {
      dayLeft ||= piece.active.every((rule) => rule.weight !== 'dated')
      tooOldLater ||= piece.active.some((rule) => rule.status === 'tooOld')
      const inVain = !dayLeft && tooOldLater && waiting.has(piece.status)
      return inVain ? { ...piece, status: 'tooOld' as const, noDayLeft: true } : piece
    })
    .reverse()
}

/** The days from `start` on at which another policy speaks or another dose may be due. */
function cutsOf(set: PolicySet, { birth, history }: Case, start: Day): Day[] {
  const cuts = governingCuts(set, birth, start)
  const known = new Set(cuts)
  for (const { plans } of set.programs) {
    for (const plan of plans) {
      if (!plan.skips) continue
      for (const cut of skipCuts(plan, history, birth)) if (cut > start) known.add(cut)
    }
  }
  return known.size === cuts.length ? cuts : [...known].sort((left, right) => left - right)
}

/** The pieces from `start` on, in order, without a hole, to the end of time. */
export function piecesOf(set: PolicySet, one: Case, start: Day, stock: Stock): Piece[] {
  const cuts = cutsOf(set, one, start)
  const pieces = cuts.flatMap((from, index) => {
    const end = cuts[index + 1] ?? never
    const regime = regimeOn(set, one, from, stock)
    const inner = cutsWithin(regime, from, end)
    return inner.map((cut, place) => pieceOf(regime, cut, inner[place + 1] ?? end))
  })
  return lookAhead(pieces)
}
