/** The days on which each child may have each product: what a session is planned with. */
import type { CivilDate } from '@tiemchung/core'
import { toDate, toLastDate } from '../engine/days.js'
import { readDay } from '../subject/read.js'
import type { CohortColumns } from './columns.js'
import type { CohortPlan } from './compile.js'
import { never } from './ends.js'
import { checkColumns, evaluatorOf } from './evaluate-columns.js'
import { findRun } from './evaluator.js'
import type { PieceList } from './pieces-list.js'

/** Days on which a product may be given, both included; `until` null: without end. */
export interface Opening {
  readonly product: string
  readonly from: CivilDate
  readonly until: CivilDate | null
}

/** The dose that is due for a child, and the days for it. */
export interface ChildOpenings {
  /** Place of the child in the columns. */
  readonly child: number
  readonly dose: number
  readonly openings: readonly Opening[]
}

/** What may still be missing. */
export interface OpeningOptions {
  /** Rules that may be open until the day itself. Default: `screening`, which is filled in at the session. */
  readonly despite?: readonly string[]
}

interface Draft {
  from: number
  end: number
}

function openingsIn(
  plan: CohortPlan,
  list: PieceList,
  places: readonly number[],
  on: number,
): Opening[] {
  const done: { product: number; from: number; end: number }[] = []
  const begun = new Map<number, Draft>()
  for (const place of places) {
    const from = Math.max(list.from[place] as number, on)
    const end = list.end[place] as number
    for (const product of plan.products.keys()) {
      if (((list.products[place] as number) & (1 << product)) === 0) continue
      const draft = begun.get(product)
      if (draft?.end === from) draft.end = end
      else {
        const opened = { product, from, end }
        done.push(opened)
        begun.set(product, opened)
      }
    }
  }
  return done.map(({ product, from, end }) => ({
    product: plan.products[product] as string,
    from: toDate(from),
    until: toLastDate(end >= never ? Number.POSITIVE_INFINITY : end),
  }))
}

/**
 * The children for whom a day is left from `on` on, with the products and days for the dose that is due.
 *
 * Left out are those about whom more is missing than `despite` names: no consent, an illness that is not
 * known.
 *
 * @throws InputError `eligibility.columns`
 */
export function openingsOf(
  plan: CohortPlan,
  columns: CohortColumns,
  on: CivilDate,
  { despite = ['screening'] }: OpeningOptions = {},
): ChildOpenings[] {
  checkColumns(columns)
  const evaluator = evaluatorOf(plan)
  const day = readDay(on, ['on'])
  const forgiven = plan.rules.reduce(
    (bits, rule, place) => bits | (despite.includes(rule) ? 1 << place : 0),
    0,
  )
  const all: ChildOpenings[] = []
  for (let child = 0; child < columns.length; child += 1) {
    const list = evaluator.pieces(columns, child, day)
    const run = { first: -1, last: -1 }
    findRun(list, day, run)
    if (run.first < 0 || list.dose[run.first] === 0) continue
    const places = Array.from({ length: run.last - run.first + 1 }, (_, at) => run.first + at)
    const open = places.filter(
      (place) =>
        (list.end[place] as number) > day && ((list.bits[place] as number) & ~forgiven) === 0,
    )
    const openings = openingsIn(plan, list, open, day)
    if (openings.length > 0) all.push({ child, dose: list.dose[run.first] as number, openings })
  }
  return all
}
