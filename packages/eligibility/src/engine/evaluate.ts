/** The evaluation: facts, policies and a day in; an answer that explains itself out. */
import { type CivilDate, toDayNumber } from '@tiemchung/core'
import type { PolicySet } from '../policy-set/define.js'
import { readSubject } from '../subject/read.js'
import type { Subject } from '../subject/subject.js'
import type { Answer, Course, Reason, RuleRef, TimelinePiece } from './answer.js'
import { addToEvent, type Day, toDate, toDateOrNull } from './days.js'
import { bandOf } from './govern.js'
import { judgeHistory, referenceOf } from './history.js'
import { judgedTogether } from './judged.js'
import type { Stock } from './offer.js'
import { mergeViews, type Run, runFrom, sameAnswer, type View, viewsOf } from './outlook.js'
import { type Piece, piecesOf } from './pieces.js'
import { changeBetween, mergeReasons, reasonsOn, refOf } from './reasons.js'
import type { Case } from './rules.js'

/** What else the caller knows. */
export interface EvaluateOptions {
  /** Product ids at hand. Default: every product that the policy plans. */
  readonly products?: readonly string[]
}

/** One possible day of birth, worked out. */
interface Branch {
  readonly one: Case
  readonly pieces: readonly Piece[]
  /** The piece that holds the day. */
  readonly now: Piece
}

/** Everything that the parts of an answer are read from. */
interface Work {
  readonly set: PolicySet
  readonly on: Day
  readonly branches: readonly [Branch] | readonly [Branch, Branch]
  readonly views: readonly View[]
  readonly now: View
  readonly run: Run | undefined
}

const holds = (day: Day) => (span: { readonly end: Day }) => day < span.end

function branchOf(set: PolicySet, one: Case, start: Day, stock: Stock): Branch {
  const pieces = piecesOf(set, one, start, stock)
  return { one, pieces, now: pieces.find(holds(one.on)) as Piece }
}

function workOf(subject: Subject, set: PolicySet, date: CivilDate, stock: Stock): Work {
  const read = readSubject(subject)
  const on = toDayNumber(date)
  const caseOf = (birth: Day): Case => ({
    subject: read,
    birth,
    history: judgeHistory(read, birth, set, on),
    on,
  })
  const [first, last] = read.births
  const cases = [caseOf(first), ...(last === undefined ? [] : [caseOf(last)])]
  const given = cases.flatMap((one) => one.history.given.map((dose) => dose.day))
  const start = Math.min(on, given.length === 0 ? first : Math.max(...given))
  const [one, other] = cases.map((each) => branchOf(set, each, start, stock))
  const branches = other === undefined ? ([one] as [Branch]) : ([one, other] as [Branch, Branch])
  const views = viewsOf(branches[0].pieces, branches[1]?.pieces)
  const now = views.find(holds(on)) as View
  const run = now.status === 'complete' ? undefined : runFrom(views, on)
  return { set, on, branches, views, now, run }
}

function courseOf({ branches, now }: Work): Course {
  if (now.status === 'complete') return 'complete'
  if (now.status === 'tooOld') return 'agedOut'
  if (now.status === 'contraindicated') return 'contraindicated'
  return branches.some(({ one }) => one.history.counted.length > 0) ? 'inProgress' : 'notStarted'
}

/** The first day of the run, not before `day`. */
function firstClear(run: Run, day: Day): Day {
  return day > run.from && day < run.end ? day : run.from
}

function later(run: Run, branch: Branch, pick: 'recommended' | 'overdueAfter'): Day | undefined {
  const { plan } = branch.now.regime.governing
  const target = branch.pieces.find(holds(run.from))?.regime.target
  const days = (target?.intervals ?? []).flatMap((interval) => {
    const since = referenceOf(interval, branch.one.history, Number.POSITIVE_INFINITY)
    const wait = interval[pick]
    return since === undefined || wait === undefined
      ? []
      : [addToEvent(since.day, wait, plan.calendar)]
  })
  return days.length === 0 ? undefined : Math.max(...days)
}

function datesOf({ run, branches }: Work) {
  if (run === undefined) {
    return { earliest: null, recommended: null, overdueFrom: null, lastDay: null }
  }
  const pick = (name: 'recommended' | 'overdueAfter') =>
    Math.max(...branches.map((branch) => later(run, branch, name) ?? run.from))
  const recommended = firstClear(run, pick('recommended'))
  const overdue = branches.map((branch) => later(run, branch, 'overdueAfter'))
  return {
    earliest: toDate(run.from),
    recommended: toDate(recommended),
    overdueFrom: overdue.includes(undefined)
      ? null
      : toDateOrNull(Math.max(recommended, pick('overdueAfter'))),
    lastDay: Number.isFinite(run.end) ? toDate(run.end - 1) : null,
  }
}

function offersOf({ run }: Work): Answer['products'] {
  const views = run?.views ?? []
  const products = new Map(views.flatMap((view) => view.products.map((one) => [one.id, one])))
  return [...products.values()].map((product) => {
    const days = views.filter((view) => view.products.some((one) => one.id === product.id))
    const end = days.at(-1)?.end ?? Number.POSITIVE_INFINITY
    return {
      id: product.id,
      from: toDate(days[0]?.from ?? 0),
      until: Number.isFinite(end) ? toDate(end - 1) : null,
      doseMcg: product.doseMcg,
      volumeMl: product.volumeMl,
      preferred: !product.review,
    }
  })
}

function nextChangeOf({ branches, views, now, on }: Work): Answer['nextChange'] {
  const next = views.find((view) => view.from > on && !sameAnswer(view, now))
  if (next === undefined) return null
  const because = branches
    .map(({ pieces }) => {
      const place = pieces.findIndex(holds(next.from))
      const after = pieces[place]
      const before = pieces[place - 1]
      return before !== undefined && after?.from === next.from ? changeBetween(before, after) : null
    })
    .find((one) => one !== null) as RuleRef
  return { on: toDate(next.from), status: next.status, because }
}

function timelineOf({ views }: Work): TimelinePiece[] {
  return mergeViews(views).map(({ from, end, status, dose, products, policy }) => ({
    from: toDate(from),
    to: Number.isFinite(end) ? toDate(end - 1) : null,
    status,
    dose: status === 'complete' ? null : dose,
    products: products.map((product) => product.id),
    policy,
  }))
}

function handoverOf({ set, branches, run, on, now }: Work): Answer['handover'] {
  if (now.status === 'complete') return null
  const handed = branches.map(({ one, pieces }) => {
    const asked = pieces.find((piece) => piece.regime.governing.plan.id === set.program)
    const plans = set.programs.find((program) => program.id === set.program)?.plans
    const plan = asked?.regime.governing.plan ?? plans?.at(-1)
    if (plan === undefined || plan.transition === null) return null
    const from = bandOf(plan, one.birth).end
    const due = on >= from || (run === undefined ? now.status === 'tooOld' : run.from >= from)
    return due ? { policy: plan.transition.to, from } : null
  })
  const [first] = handed
  if (first === undefined || first === null || handed.includes(null)) return null
  return { policy: first.policy, from: toDate(Math.max(...handed.map((one) => one?.from ?? 0))) }
}

/** A course that began under one policy and goes on under another. */
function transitionReasons({ branches, run }: Work): Reason[] {
  const [{ one, now }] = branches
  const begun = one.history.counted.at(-1)
  const policy = run?.policy ?? null
  const transition = now.regime.governing.plan.transition
  if (begun === undefined || policy === null || begun.policy === policy) return []
  const asked = branches[0].pieces.find((piece) => piece.regime.governing.plan.id === begun.policy)
  const rule = asked?.regime.governing.plan.transition ?? transition
  if (rule === null || rule === undefined || !rule.review) return []
  const { cite, assumes } = rule.grounds
  const params = { policy }
  return [
    { rule: 'age-transition', kind: 'ageTransition', effect: 'informs', cite, assumes, params },
  ]
}

function birthReasons({ branches, now }: Work): Reason[] {
  const [first, last] = branches
  if (last === undefined) return []
  const { cite, assumes } = first.now.regime.governing.plan.ageGrounds
  const effect = now.status === 'unknown' ? 'unknown' : 'informs'
  return [{ rule: 'birth-date', kind: 'birthDate', effect, cite, assumes, params: {} }]
}

function reasonsOf(work: Work): Reason[] {
  const [first, last] = work.branches
  const reasons = reasonsOn(first.now, first.one)
  const merged = last === undefined ? reasons : mergeReasons(reasons, reasonsOn(last.now, last.one))
  return [...birthReasons(work), ...merged, ...transitionReasons(work)]
}

function needsOf({ branches, now }: Work): string[] {
  const needs = branches.flatMap((branch) => branch.now.active.flatMap((rule) => rule.needs ?? []))
  const unsure = branches.length === 2 && branches.some((one) => one.now.status !== now.status)
  const both = branches.every((one) => one.now.clear) && now.status === 'unknown'
  return [...new Set(unsure || (both && branches.length === 2) ? ['birthDate', ...needs] : needs)]
}

function seriesOf({ branches }: Work, dose: number | null): string | null {
  const targets = branches[0].pieces.map((piece) => piece.regime.target)
  return targets.find((target) => target !== undefined && target.n === dose)?.series ?? null
}

function uncertaintyOf({ branches, on }: Work): Answer['uncertain'] {
  const [first, last] = branches
  if (last === undefined) return null
  const runs = branches.map(({ pieces }) => runFrom(viewsOf(pieces, undefined), on)?.from)
  const days = runs.filter((day) => day !== undefined)
  const earliest =
    days.length < 2 ? null : { from: toDate(Math.min(...days)), to: toDate(Math.max(...days)) }
  return { birthDate: { from: toDate(first.one.birth), to: toDate(last.one.birth) }, earliest }
}

/**
 * What is due for a person on a day, from when, why, and when the answer changes.
 *
 * Says what the policies say; does *not* establish that the facts are true, replaces no examination and
 * never stops a dose from being recorded. Nothing that is unknown is ever `eligible`: facts that are
 * missing stand in `needs`. Odd histories (a dose before birth, after `on`, two on a day) are judged, not
 * thrown.
 *
 * @throws ParseError `eligibility.subject` with the path of a date that is none
 * @example
 * ```ts
 * import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
 * import { definePolicySet, evaluate } from '@tiemchung/eligibility'
 * import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
 * const set = definePolicySet(covid19Children5To11)
 * const child = { birthDate: parsePartialDate('2017-04-15'), doses: [], facts: {} }
 * const answer = evaluate(child, set, parseCivilDate('2022-04-14'))
 * answer.status // => 'tooYoung'
 * answer.earliest // => '2022-04-15'
 * ```
 */
export function evaluate(
  subject: Subject,
  set: PolicySet,
  on: CivilDate,
  options: EvaluateOptions = {},
): Answer {
  const stock = options.products === undefined ? undefined : new Set(options.products)
  const work = workOf(subject, set, on, stock)
  const reasons = reasonsOf(work)
  const [first, last] = work.branches
  const { plan } = first.now.regime.governing
  const hash = set.hashes.get(`${plan.id}@${plan.version}`)
  const complete = work.now.status === 'complete'
  const dose = complete ? null : (work.run?.dose ?? work.now.dose)
  return {
    on,
    status: work.now.status,
    course: courseOf(work),
    dose,
    series: seriesOf(work, dose),
    ...datesOf(work),
    products: offersOf(work),
    site: reasons.some((reason) => reason.kind === 'hospital') ? 'hospital' : 'any',
    cautions: reasons.filter((reason) => reason.kind === 'precaution').map(refOf),
    nextChange: nextChangeOf(work),
    timeline: timelineOf(work),
    doses: judgedTogether(first.one.history.judged, last?.one.history.judged),
    reasons,
    needs: needsOf(work),
    handover: handoverOf(work),
    uncertain: uncertaintyOf(work),
    policy: { id: plan.id, version: plan.version, ...(hash === undefined ? {} : { hash }) },
  }
}
