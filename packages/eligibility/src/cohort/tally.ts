/** Questions over a cohort: chunks in, in any order; counts out. */
import { type CivilDate, toDayNumber } from '@tiemchung/core'
import { type Status, statuses } from '../policy/format.js'
import type { CohortAnswers } from './columns.js'
import type { CohortPlan } from './compile.js'
import { noDay } from './ends.js'

/** The days that are looked at, and how children are grouped. */
export interface TallyOptions {
  /** First day. */
  readonly from: CivilDate
  /** How many days. */
  readonly days: number
  /** How many groups there are, schools for example. Default: none. */
  readonly groups?: number
}

/** Counts over a cohort. It holds as many numbers as there are days and groups, and no child. */
export class CohortTally {
  readonly #plan: CohortPlan
  readonly #from: number
  readonly #days: number
  readonly #statuses = new Float64Array(statuses.length)
  readonly #rules: Float64Array
  /** Differences of how many may be vaccinated: one day with the day before. */
  readonly #changes: Float64Array
  readonly #firstDays: Float64Array
  readonly #lastDays: Float64Array
  /** By dose, then by week. */
  readonly #weeks = new Map<number, Float64Array>()
  /** By group, then by product. */
  readonly #groups: Float64Array
  #children = 0

  constructor(plan: CohortPlan, { from, days, groups = 0 }: TallyOptions) {
    this.#plan = plan
    this.#from = toDayNumber(from)
    this.#days = days
    this.#rules = new Float64Array(plan.rules.length)
    this.#changes = new Float64Array(days + 1)
    this.#firstDays = new Float64Array(days)
    this.#lastDays = new Float64Array(days)
    this.#groups = new Float64Array(groups * plan.products.length)
  }

  /** Adds a chunk. `groups`: the group of each child, where groups are counted. */
  add(answers: CohortAnswers, groups?: ArrayLike<number>): void {
    for (let child = 0; child < answers.length; child += 1) {
      this.#children += 1
      const status = answers.status[child] as number
      this.#statuses[status] = (this.#statuses[status] as number) + 1
      this.#addRules(answers.blockedBy[child] as number)
      if ((answers.earliest[child] as number) === noDay) continue
      this.#addDays(answers, child)
      if (groups !== undefined) this.#addGroup(groups[child] as number, answers, child)
    }
  }

  #addRules(bits: number): void {
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const rule = 31 - Math.clz32(rest & -rest)
      this.#rules[rule] = (this.#rules[rule] as number) + 1
    }
  }

  #addDays(answers: CohortAnswers, child: number): void {
    const first = Math.max(answers.earliest[child] as number, answers.on) - this.#from
    const last = (answers.lastDay[child] as number) - this.#from
    const begin = Math.max(first, 0)
    const end = Math.min(last + 1, this.#days)
    if (begin < end) {
      this.#changes[begin] = (this.#changes[begin] as number) + 1
      this.#changes[end] = (this.#changes[end] as number) - 1
    }
    if (last >= 0 && last < this.#days) this.#lastDays[last] = (this.#lastDays[last] as number) + 1
    if (first < 0 || first >= this.#days) return
    this.#firstDays[first] = (this.#firstDays[first] as number) + 1
    const weeks = this.#weeksOf(answers.dose[child] as number)
    const week = Math.floor(first / 7)
    weeks[week] = (weeks[week] as number) + 1
  }

  #weeksOf(dose: number): Float64Array {
    const known = this.#weeks.get(dose)
    if (known !== undefined) return known
    const weeks = new Float64Array(Math.ceil(this.#days / 7))
    this.#weeks.set(dose, weeks)
    return weeks
  }

  #addGroup(group: number, { on, earliest, products }: CohortAnswers, child: number): void {
    if ((earliest[child] as number) > on) return
    for (let rest = products[child] as number; rest !== 0; rest &= rest - 1) {
      const place = group * this.#plan.products.length + 31 - Math.clz32(rest & -rest)
      this.#groups[place] = (this.#groups[place] as number) + 1
    }
  }

  /** How many children were added. */
  get children(): number {
    return this.#children
  }

  /** How many have each status on the day of the answers. */
  statuses(): Readonly<Record<Status, number>> {
    return Object.fromEntries(
      statuses.map((status, place) => [status, this.#statuses[place] as number]),
    ) as Record<Status, number>
  }

  /** In how many cases each rule stands in the way, or may; a child can be in several. */
  blockedBy(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      this.#plan.rules.map((rule, place) => [rule, this.#rules[place] as number]),
    )
  }

  /** For each day: how many may be vaccinated by what is known today, if nobody is before. */
  possible(): readonly number[] {
    let possible = 0
    return Array.from(this.#changes.subarray(0, this.#days), (change) => {
      possible += change
      return possible
    })
  }

  /** For each day: for how many it is the first day possible. Whoever could before counts on the day asked. */
  becoming(): readonly number[] {
    return [...this.#firstDays]
  }

  /** For each day: for how many undone children it is the last; the day before the twelfth birthday. */
  lastChances(): readonly number[] {
    return [...this.#lastDays]
  }

  /** For each week from the first day on: how many doses of a number fall due. */
  dueByWeek(dose: number): readonly number[] {
    return [...(this.#weeks.get(dose) ?? new Float64Array(Math.ceil(this.#days / 7)))]
  }

  /** How many of a group may have a product on the day of the answers. */
  inGroup(group: number): Readonly<Record<string, number>> {
    const { products } = this.#plan
    const at = group * products.length
    return Object.fromEntries(products.map((id, place) => [id, this.#groups[at + place] ?? 0]))
  }
}
