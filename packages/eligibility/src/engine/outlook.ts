/** What can be read off the pieces; for a partial birth date, what all its days agree on. */
import type { Status } from '../policy/format.js'
import type { PlanProduct } from '../policy-set/compile.js'
import type { Day } from './days.js'

/** A stretch of days with one answer, whichever day of birth is the true one. */
export interface View {
  readonly from: Day
  readonly end: Day
  readonly status: Status
  readonly clear: boolean
  readonly dose: number | null
  readonly products: readonly PlanProduct[]
  /** Null where possible days of birth lead to different policies. */
  readonly policy: string | null
}

/** The days on which one dose may be given under one policy, without a break. */
export interface Run {
  readonly from: Day
  readonly end: Day
  readonly dose: number | null
  readonly policy: string | null
  readonly views: readonly View[]
}

function agree(left: View, right: View, from: Day, end: Day): View {
  const ids = new Set(right.products.map((product) => product.id))
  const products = left.products.filter((product) => ids.has(product.id))
  const dose = left.dose === right.dose ? left.dose : null
  const policy = left.policy === right.policy ? left.policy : null
  const sameDose = left.dose === right.dose
  const bothClear = left.clear && right.clear
  // Which product, and which dose, must be sure before anything is given.
  const sure = left.status === right.status && (!bothClear || (sameDose && products.length > 0))
  const clear = bothClear && sure
  const status = sure ? left.status : 'unknown'
  return { from, end, status, clear, dose, products: clear ? products : [], policy }
}

const at = (views: readonly View[], day: Day) => views.find((view) => day < view.end) as View

function agreeing(left: readonly View[], right: readonly View[]): readonly View[] {
  const cuts = [...new Set([...left, ...right].map((view) => view.from))]
  return cuts
    .sort((one, other) => one - other)
    .map((from, index, all) =>
      agree(at(left, from), at(right, from), from, all[index + 1] ?? Number.POSITIVE_INFINITY),
    )
}

/** What the views of each possible day of birth agree on. */
export function agreedOn(views: readonly (readonly View[])[]): readonly View[] {
  return views.reduce(agreeing)
}

function sameProducts({ products: left }: View, { products: right }: View): boolean {
  if (left.length !== right.length) return false
  for (let place = 0; place < left.length; place++) {
    if (left[place]?.id !== right[place]?.id) return false
  }
  return true
}

/** Whether two views tell the person the same. */
export function sameAnswer(left: View, right: View): boolean {
  return (
    left.status === right.status &&
    left.dose === right.dose &&
    left.policy === right.policy &&
    sameProducts(left, right)
  )
}

/** Neighbouring views that tell the same, as one. */
export function mergeViews(views: readonly View[]): View[] {
  const merged: View[] = []
  for (const view of views) {
    const previous = merged[merged.length - 1]
    if (previous === undefined || !sameAnswer(previous, view)) merged.push(view)
    else merged[merged.length - 1] = until(previous, view.end)
  }
  return merged
}

function until(view: View, end: Day): View {
  const { from, status, clear, dose, products, policy } = view
  return { from, end, status, clear, dose, products, policy }
}

type Growing = Omit<Run, 'end' | 'views'> & { end: Day; readonly views: View[] }

/** The run that holds a day, or the next one after it. */
export function runFrom(views: readonly View[], on: Day): Run | undefined {
  let run: Growing | undefined
  for (const view of views) {
    const joins =
      view.clear && run?.end === view.from && run.dose === view.dose && run.policy === view.policy
    if (run !== undefined && joins) {
      run.views.push(view)
      run.end = view.end
    } else {
      if (run !== undefined && run.end > on) return run
      const { from, end, dose, policy } = view
      run = view.clear ? { from, end, dose, policy, views: [view] } : undefined
    }
  }
  return run
}
