/** All of time before one child, cut into stretches on which the answer stays the same. */
import type { CohortPlan } from './compile.js'
import type { FactDays } from './facts.js'
import { always } from './ends.js'
import { code, type FactNumbers } from './integer-rules.js'
import type { HistoryNumbers, ReadyVersion } from './judge.js'
import { clearFlag, datedFlag, type PieceList, tooOldFlag } from './pieces-list.js'
import type { Shape } from './skeleton.js'

type Target = ReadyVersion['doses'][number]

const none = 1000
const mostBlocks = 64

/** Walks the spans of a child. It is used for one after the other. */
export class Walk {
  readonly #stock: number
  /** Of the span: what stands in the way on all its days. */
  #rank = none
  #bits = 0
  #flags = 0
  #offered = 0
  /** Of the span: what stands in the way on days `[from, end)` only. */
  #blocks = 0
  readonly #from = new Int32Array(mostBlocks)
  readonly #end = new Int32Array(mostBlocks)
  readonly #blockRank = new Int32Array(mostBlocks)
  readonly #blockBit = new Int32Array(mostBlocks)
  /** Flags that are taken away, and flags that are put on. */
  readonly #without = new Uint8Array(mostBlocks)
  readonly #with = new Uint8Array(mostBlocks)

  constructor({ stock }: CohortPlan) {
    this.#stock = stock ?? -1
  }

  /** Writes the stretches of a span `[from, end)`. */
  span(
    span: Shape,
    target: Target | undefined,
    version: ReadyVersion,
    history: HistoryNumbers,
    facts: FactDays,
    from: number,
    end: number,
    into: PieceList,
  ): void {
    const numbers = span.rules.facts
    this.#begin(span, history, facts, numbers)
    if (target === undefined) this.#bar(numbers.rank[code.complete] as number, span.rules.courseBit)
    else {
      this.#readIntervals(target, history, numbers.rank[code.tooSoon] as number)
      this.#readProducts(span, target, version, history)
    }
    let day = from
    while (day < end) day = this.#piece(day, end, span, target, into)
  }

  #begin(span: Shape, history: HistoryNumbers, facts: FactDays, numbers: FactNumbers): void {
    const { rank, historyBit } = numbers
    this.#rank = Math.min(span.rank, facts.rank)
    this.#bits = span.bits | facts.bits
    const isClear = !span.barred && !facts.open && !history.open
    // A day that only the end of the policy takes is not lost to the age.
    this.#flags = span.aged ? datedFlag : isClear ? clearFlag : 0
    if (span.tooOld) this.#flags |= tooOldFlag
    this.#offered = 0
    this.#blocks = 0
    this.#readFacts(facts, numbers)
    if (!history.open) return
    this.#rank = Math.min(this.#rank, rank[code.unknown] as number)
    this.#bits |= historyBit
  }

  /** Something with a date stands in the way on every day of the span. */
  #bar(rank: number, bits: number): void {
    if (rank < this.#rank) this.#rank = rank
    this.#bits |= bits
    this.#flags = (this.#flags & ~clearFlag) | datedFlag
  }

  #readIntervals({ ready }: Target, history: HistoryNumbers, rank: number): void {
    for (const { since, after, wait, bit } of ready) {
      if (since > history.counted) continue
      const from = since === 0 ? history.lostDay : (history.days[since - 1] as number)
      const given = since === 0 ? history.lostProducts : (history.products[since - 1] as number)
      if (from === always || (after !== null && (given & after) === 0)) continue
      this.#block(always, wait.after(from), rank, bit, datedFlag)
    }
  }

  #readFacts(facts: FactDays, { rank, consentBit }: FactNumbers): void {
    if (facts.consentEnd !== always) {
      this.#block(
        always,
        facts.consentEnd,
        rank[code.needsConsent] as number,
        consentBit,
        clearFlag,
      )
    }
    for (let place = 0; place < facts.infections; place += 1) {
      const dated = facts.dated[place] === 1
      this.#block(
        facts.from[place] as number,
        facts.end[place] as number,
        rank[dated ? code.deferred : code.unknown] as number,
        facts.bit[place] as number,
        dated ? datedFlag : 0,
      )
    }
  }

  /** `flag`: `clearFlag` where it is only awaited, `datedFlag` where it has a date, else 0. */
  #block(from: number, end: number, rank: number, bit: number, flag: number): void {
    const place = this.#blocks
    if (from >= end) return
    this.#from[place] = from
    this.#end[place] = end
    this.#blockRank[place] = rank
    this.#blockBit[place] = bit
    this.#without[place] = flag === clearFlag ? 0 : clearFlag
    this.#with[place] = flag === datedFlag ? datedFlag : 0
    this.#blocks += 1
  }

  #readProducts(
    { rules, usable, coming }: Shape,
    { products, sameBrandAs, brandBit, stockBit }: Target,
    { ofBrand }: ReadyVersion,
    history: HistoryNumbers,
  ): void {
    const bound = sameBrandAs > 0 && sameBrandAs <= history.counted
    const brand = bound ? (history.brands[sameBrandAs - 1] as number) : -1
    const ofOneBrand = bound ? products & (ofBrand[brand] as number) : products
    const candidates = ofOneBrand & this.#stock
    this.#offered = candidates & usable
    if (this.#offered !== 0) return
    const { rank } = rules.facts
    if (candidates === 0) {
      this.#bar(rank[code.notRecommended] as number, ofOneBrand === 0 ? brandBit : stockBit)
      return
    }
    const later = candidates & coming
    this.#bar(rank[later === 0 ? code.tooOld : code.tooYoung] as number, 0)
    if (later === 0) this.#flags |= tooOldFlag
    const barring = later === 0 ? candidates : later
    for (const { product, bit } of rules.products) {
      if ((barring & (1 << product)) !== 0) this.#bits |= bit
    }
  }

  /** Writes the stretch that begins on a day; gives its end. */
  #piece(
    day: number,
    spanEnd: number,
    { rules }: Shape,
    target: Target | undefined,
    into: PieceList,
  ): number {
    let rank = this.#rank
    let bits = this.#bits
    let flags = this.#flags
    let end = spanEnd
    for (let place = 0; place < this.#blocks; place += 1) {
      const from = this.#from[place] as number
      const until = this.#end[place] as number
      if (day >= until) continue
      if (day < from) {
        if (from < end) end = from
        continue
      }
      if (until < end) end = until
      if ((this.#blockRank[place] as number) < rank) rank = this.#blockRank[place] as number
      bits |= this.#blockBit[place] as number
      flags = (flags & ~(this.#without[place] as number)) | (this.#with[place] as number)
    }
    const at = into.length
    into.length += 1
    into.from[at] = day
    into.end[at] = end
    into.status[at] = rank === none ? code.eligible : (rules.facts.statusAt[rank] as number)
    into.flags[at] = flags
    into.dose[at] = target?.n ?? 0
    into.products[at] = (flags & clearFlag) === 0 ? 0 : this.#offered
    into.policy[at] = rules.policy
    into.bits[at] = bits
    return end
  }
}

/**
 * Where no day with only open questions is left before somebody is too old, waiting is in vain: the
 * status is `tooOld` at once. As `lookAhead` of the engine.
 */
export function lookAhead(list: PieceList, noDayLeftBit: number): void {
  let [dayLeft, tooOldLater] = [false, false]
  for (let place = list.length - 1; place >= 0; place -= 1) {
    const flags = list.flags[place] as number
    if ((flags & datedFlag) === 0) dayLeft = true
    if ((flags & tooOldFlag) !== 0) tooOldLater = true
    const status = list.status[place] as number
    if (dayLeft || !tooOldLater || (status !== code.tooSoon && status !== code.deferred)) continue
    list.status[place] = code.tooOld
    list.bits[place] = (list.bits[place] as number) | noDayLeftBit
  }
}
