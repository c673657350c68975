/** What the facts about one child put in the way, under the rules of one version. */
import type { CohortColumns } from './columns.js'
import { always, never, noDay } from './ends.js'
import { code, type FactNumbers } from './integer-rules.js'
import { Wait } from './waits.js'

const none = 1000
const mostInfections = 8
const saysYes = 2
const saysNo = 1

/** Facts of a version with its waits looked up. */
export interface ReadyFacts {
  readonly numbers: FactNumbers
  readonly waits: readonly Wait[]
}

/** Makes the facts of a version ready. */
export function readyFacts(numbers: FactNumbers): ReadyFacts {
  return {
    numbers,
    waits: numbers.infections.map(({ wait, calendar }) => new Wait(wait, calendar)),
  }
}

/** The rules about facts, applied to one child. It is written over for the next. */
export class FactDays {
  /** Best place in the precedence of what stands in the way on every day; 1000: nothing does. */
  rank = none
  bits = 0
  /** Whether something stands in the way that has no date. */
  open = false
  /** Infections `[from, end)`, and whether the end is a date. */
  infections = 0
  readonly from = new Int32Array(mostInfections)
  readonly end = new Int32Array(mostInfections)
  readonly dated = new Uint8Array(mostInfections)
  readonly bit = new Int32Array(mostInfections)
  /** Until when consent is missing; `always`: it never is. */
  consentEnd = always

  read({ numbers, waits }: ReadyFacts, columns: CohortColumns, child: number, on: number): void {
    this.rank = none
    this.bits = 0
    this.open = false
    this.infections = 0
    this.#infection(numbers, waits, columns, child, on)
    this.#screening(numbers, columns, child)
    this.#consent(numbers, columns, child)
  }

  #everywhere(rank: number, bit: number): void {
    if (rank < this.rank) this.rank = rank
    this.bits |= bit
  }

  #span(from: number, end: number, dated: number, bit: number): void {
    const place = this.infections
    this.from[place] = from
    this.end[place] = end
    this.dated[place] = dated
    this.bit[place] = bit
    this.infections += 1
  }

  #infection(
    { infections, rank }: FactNumbers,
    waits: readonly Wait[],
    columns: CohortColumns,
    child: number,
    on: number,
  ): void {
    const state = columns.infection[child] as number
    if (state === saysNo) return
    const recovery = columns.recovery[child] as number
    const healed = recovery !== noDay && recovery <= on
    for (let place = 0; place < infections.length; place += 1) {
      const { anchor: named, bit } = infections[place] as FactNumbers['infections'][number]
      if (state !== saysYes) {
        this.#everywhere(rank[code.unknown] as number, bit)
        continue
      }
      const wait = waits[place] as Wait
      const anchor = named === 'onset' ? (columns.onset[child] as number) : recovery
      if (anchor !== noDay && anchor <= on) this.#span(anchor, wait.after(anchor), 1, bit)
      else this.#span(always, named === 'onset' && healed ? wait.after(recovery) : never, 0, bit)
    }
  }

  #screening(
    { contraindications, deferrals, items, formBit, rank }: FactNumbers,
    columns: CohortColumns,
    child: number,
  ): void {
    const yes = columns.screeningYes[child] as number
    if (yes !== 0) {
      for (const { item, bit } of contraindications) {
        if ((yes & item) === 0) continue
        this.#everywhere(rank[code.contraindicated] as number, bit)
        this.open = true
      }
      for (const { item, bit } of deferrals) {
        if ((yes & item) === 0) continue
        this.#everywhere(rank[code.deferred] as number, bit)
        this.open = true
      }
    }
    if ((items & ~(columns.screeningKnown[child] as number)) !== 0) {
      this.#everywhere(rank[code.needsScreening] as number, formBit)
    }
  }

  #consent(
    { consent, consentBit, rank }: FactNumbers,
    columns: CohortColumns,
    child: number,
  ): void {
    const state = columns.consent[child] as number
    this.consentEnd = always
    if (consent === null) return
    if (state === 0 || (consent & (1 << state)) === 0) {
      this.#everywhere(rank[code.needsConsent] as number, consentBit)
      return
    }
    const from = columns.consentFrom[child] as number
    if (from !== noDay) this.consentEnd = from
  }
}
