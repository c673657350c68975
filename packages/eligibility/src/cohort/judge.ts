/** The doses of one child, judged in integers as `judgeHistory` judges them. */
import { type CohortColumns, unknownCode } from './columns.js'
import type { CohortPlan } from './compile.js'
import { always } from './ends.js'
import type { DoseNumbers, IntervalNumbers, RuleNumbers } from './integer-rules.js'
import { refuseColumns } from './refuse.js'
import type { Shape, Skeleton } from './skeleton.js'
import { Wait } from './waits.js'

const mostDoses = 64

/** An interval with its days looked up. */
export interface ReadyInterval {
  readonly since: number
  readonly after: number | null
  readonly wait: Wait
  readonly graceDays: number
  readonly bit: number
}

/** What of a version history and walk look up. */
export interface ReadyVersion {
  readonly doses: readonly (DoseNumbers & { readonly ready: readonly ReadyInterval[] })[]
  /** Brand code → products of it, as bits. */
  readonly ofBrand: readonly number[]
  /** Product place → brand place; -1: not of this policy. */
  readonly brandOf: readonly number[]
}

function readyInterval(interval: IntervalNumbers, rules: RuleNumbers): ReadyInterval {
  const { since, after, graceDays, bit } = interval
  return { since, after, graceDays, bit, wait: new Wait(interval.wait, rules.calendar) }
}

/** The versions of a plan with what is looked up often. */
export function readyVersions({ versions, products, brands }: CohortPlan): ReadyVersion[] {
  return versions.map((rules) => ({
    doses: rules.doses.map((dose) => ({
      ...dose,
      ready: dose.intervals.map((interval) => readyInterval(interval, rules)),
    })),
    ofBrand: brands.map((_, brand) =>
      rules.products.reduce((bits, one) => bits | (one.brand === brand ? 1 << one.product : 0), 0),
    ),
    brandOf: products.map(
      (_, place) => rules.products.find((one) => one.product === place)?.brand ?? -1,
    ),
  }))
}

/** What the history of one child comes to. It is written over for the next. */
export class HistoryNumbers {
  /** How many doses count, and of each the day, the brand and the products it may have been. */
  counted = 0
  readonly days = new Int32Array(mostDoses)
  readonly brands = new Int32Array(mostDoses)
  readonly products = new Int32Array(mostDoses)
  /** The last dose that does not count; `always`: none. */
  lostDay = always
  lostProducts = 0
  /** Whether a dose could not be judged. */
  open = false
  /** Day of the last plausible dose; `always`: none. */
  lastGiven = always

  readonly #ready: readonly ReadyVersion[]
  readonly #productCount: number
  #lostBefore = always
  #lostBeforeProducts = 0

  constructor(plan: CohortPlan, ready: readonly ReadyVersion[]) {
    this.#ready = ready
    this.#productCount = plan.products.length
  }

  /** @throws InputError `eligibility.columns` when the doses are not in the order of days */
  judge(columns: CohortColumns, child: number, skeleton: Skeleton, on: number): void {
    const { doseStart, doseDay } = columns
    const end = doseStart[child + 1] as number
    this.#begin()
    let settled = always
    let previous = always
    for (let dose = doseStart[child] as number; dose < end; dose += 1) {
      const day = doseDay[dose] as number
      if (day < previous) throw refuseColumns(['doseDay', dose])
      previous = day
      if (day > on || day < skeleton.birth || day === settled) continue
      if (this.lostDay < day) {
        this.#lostBefore = this.lostDay
        this.#lostBeforeProducts = this.lostProducts
      }
      this.lastGiven = day
      if (this.#one(columns, dose, day, skeleton)) settled = day
    }
  }

  #begin(): void {
    this.counted = 0
    this.lostDay = always
    this.lostProducts = 0
    this.open = false
    this.lastGiven = always
    this.#lostBefore = always
    this.#lostBeforeProducts = 0
  }

  /** Judges a plausible dose; whether a second one on its day is an extra one. */
  #one(columns: CohortColumns, dose: number, day: number, skeleton: Skeleton): boolean {
    const span = skeleton.shapes[spanOn(skeleton.ends, day)] as Shape
    const version = this.#ready[span.version] as ReadyVersion
    const candidates = candidatesOf(columns, dose, version)
    if (!span.inForce || candidates === 0) {
      this.open = true
      this.#lose(day, candidates === 0 ? namedIn(columns, dose, this.#productCount) : candidates)
      return true
    }
    const target = version.doses[this.counted]
    if (target === undefined) {
      this.#lose(day, candidates)
      return true
    }
    const brand = version.brandOf[31 - Math.clz32(candidates)] as number
    const refused = this.#refusedByAge(candidates, day, span, skeleton)
    if (refused === candidates || this.#refusedByCourse(target, brand, day)) {
      this.#lose(day, candidates)
      return false
    }
    if (refused !== 0) {
      this.open = true
      this.#lose(day, candidates)
      return true
    }
    this.days[this.counted] = day
    this.brands[this.counted] = brand
    this.products[this.counted] = candidates
    this.counted += 1
    return true
  }

  #lose(day: number, products: number): void {
    this.lostDay = day
    this.lostProducts = products
  }

  /** The candidates for which the child was too young or too old. */
  #refusedByAge(candidates: number, day: number, { version }: Shape, { counts }: Skeleton): number {
    let refused = 0
    for (let rest = candidates; rest !== 0; rest &= rest - 1) {
      const product = 31 - Math.clz32(rest & -rest)
      const at = (version * this.#productCount + product) * 2
      if (day < (counts[at] as number) || day >= (counts[at + 1] as number)) {
        refused |= 1 << product
      }
    }
    return refused
  }

  #refusedByCourse(
    { sameBrandAs, ready }: ReadyVersion['doses'][number],
    brand: number,
    day: number,
  ): boolean {
    if (sameBrandAs > 0 && sameBrandAs <= this.counted && this.brands[sameBrandAs - 1] !== brand) {
      return true
    }
    for (const { since, after, wait, graceDays } of ready) {
      if (since > this.counted) continue
      const from = since === 0 ? this.#lostBefore : (this.days[since - 1] as number)
      const given = since === 0 ? this.#lostBeforeProducts : (this.products[since - 1] as number)
      if (from === always || (after !== null && (given & after) === 0)) continue
      if (day < wait.after(from) - graceDays) return true
    }
    return false
  }
}

/** The place of the span that holds a day. */
export function spanOn(ends: readonly number[], day: number): number {
  let place = 0
  while (place < ends.length - 1 && day >= (ends[place] as number)) place += 1
  return place
}

/** The product that is written down, as a bit: one that the version does not know, a later one may. */
function namedIn({ doseProduct }: CohortColumns, dose: number, products: number): number {
  const product = doseProduct[dose] as number
  return product === 0 || product > products ? 0 : 1 << (product - 1)
}

/** What a dose may have been, as far as the version knows it, as bits. */
function candidatesOf(
  { doseProduct, doseBrand }: CohortColumns,
  dose: number,
  version: ReadyVersion,
): number {
  const product = doseProduct[dose] as number
  if (product === unknownCode) return 0
  if (product > 0) return (version.brandOf[product - 1] ?? -1) < 0 ? 0 : 1 << (product - 1)
  const brand = doseBrand[dose] as number
  return brand === 0 || brand === unknownCode ? 0 : (version.ofBrand[brand - 1] ?? 0)
}
