/** The evaluation: facts, policies and a day in; an answer that explains itself out. */
import { type CivilDate, toDayNumber } from '@tiemchung/core'
import type { PlanDose } from '../policy-set/compile.js'
import type { PolicySet } from '../policy-set/define.js'
import { readSubject } from '../subject/read.js'
import type { Subject } from '../subject/subject.js'
import type { Answer, Course, Reason, RuleRef, TimelinePiece } from './answer.js'
import { addToDay, addToEvent, type Day, toDate, toLastDate } from './days.js'
import { handoverOf, transitionReasons } from './handover.js'
import { judgeHistory } from './history.js'
import { referenceOf } from './interval.js'
import { judgedTogether } from './judged.js'
import type { Stock } from './offer.js'
import { mergeViews, type Run, runFrom, sameAnswer, type View, viewsOf } from './outlook.js'
import { type Piece, piecesOf } from './pieces.js'
import { possibleBirths } from './possible-births.js'
import { changeBetween, mergeReasons, reasonsOn, refOf } from './reasons.js'
import type { Case } from './rules.js'

/** What else the caller knows. */
export interface EvaluateOptions {
  /** Product ids at hand. Default: every product that the policy plans. */
  readonly products?: readonly string[]
}

/** One possible day of birth, worked out; the first in a list is the earliest. */
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
  readonly branches: readonly [Branch, ...Branch[]]
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
  const cases = possibleBirths(set, read, on).map(caseOf)
  const given = cases.flatMap(({ history }) =>
    [...history.counted, ...history.uncounted].map((dose) => dose.day),
  )
  const start = Math.min(on, given.length === 0 ? read.births[0] : Math.max(...given))
  const branches = cases.map((each) => branchOf(set, each, start, stock)) as [Branch, ...Branch[]]
  const views = viewsOf(branches.map(({ pieces }) => pieces))
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

/** The age that the dose asks for, else the latest day of its intervals, when they ask for one. */
function askedFor(run: Run, branch: Branch, pick: 'recommended' | 'overdueAfter'): Day {
  const { governing, target } = (branch.pieces.find(holds(run.from)) as Piece).regime
  const { calendar } = governing.plan
  const inForce = ({ period }: PlanDose['ages'][number] | PlanDose['intervals'][number]) =>
    period.from <= run.from && run.from < period.end
  const ages = (target as PlanDose).ages.filter(inForce).flatMap((row) => {
    const age = row[pick]
    return age === undefined ? [] : [addToDay(branch.one.birth, age, calendar.monthOverflow)]
  })
  if (ages.length > 0) return Math.max(...ages)
  const days = (target as PlanDose).intervals.filter(inForce).flatMap((interval) => {
    const since = referenceOf(interval, branch.one.history, Number.POSITIVE_INFINITY)
    const wait = interval[pick]
    return since === undefined || wait === undefined ? [] : [addToEvent(since.day, wait, calendar)]
  })
  return Math.max(Number.NEGATIVE_INFINITY, ...days)
}

function datesOf({ run, branches }: Work) {
  if (run === undefined) {
    return { earliest: null, recommended: null, overdueFrom: null, lastDay: null }
  }
  const asked = Math.max(...branches.map((branch) => askedFor(run, branch, 'recommended')))
  const recommended = Math.min(Math.max(asked, run.from), run.end - 1)
  const limits = branches.map((branch) => askedFor(run, branch, 'overdueAfter'))
  return {
    earliest: toDate(run.from),
    recommended: toDate(recommended),
    overdueFrom: limits.every(Number.isFinite) ? toDate(Math.max(recommended, ...limits)) : null,
    lastDay: toLastDate(run.end),
  }
}

function offersOf({ run }: Work): Answer['products'] {
  const offers = new Map<string, Answer['products'][number]>()
  for (const { from, end, products } of run?.views ?? []) {
    for (const { id, doseMcg, volumeMl, review } of products) {
      const begun = offers.get(id)?.from ?? toDate(from)
      const until = toLastDate(end)
      offers.set(id, { id, from: begun, until, doseMcg, volumeMl, preferred: !review })
    }
  }
  return [...offers.values()]
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
    to: toLastDate(end),
    status,
    dose: status === 'complete' ? null : dose,
    products: products.map((product) => product.id),
    policy,
  }))
}

function birthReasons({ branches, now }: Work): Reason[] {
  const [first, ...others] = branches
  if (others.length === 0) return []
  const { cite, assumes } = first.now.regime.governing.plan.ageGrounds
  const effect = now.status === 'unknown' ? 'unknown' : 'informs'
  return [{ rule: 'birth-date', kind: 'birthDate', effect, cite, assumes, params: {} }]
}

function reasonsOf(work: Work): Reason[] {
  const [first] = work.branches
  const merged = work.branches.map(({ now, one }) => reasonsOn(now, one)).reduce(mergeReasons)
  return [
    ...birthReasons(work),
    ...merged,
    ...transitionReasons(work.set, first.one, work.run, work.on),
  ]
}

function needsOf({ branches, now }: Work): string[] {
  const needs = branches.flatMap((branch) => branch.now.active.flatMap((rule) => rule.needs ?? []))
  const unsure = now.status === 'unknown' && branches.some((one) => one.now.status !== 'unknown')
  return [...new Set(unsure ? ['birthDate', ...needs] : needs)]
}

function seriesOf({ branches }: Work, dose: number | null): string | null {
  const targets = branches[0].pieces.map((piece) => piece.regime.target)
  return targets.find((target) => target !== undefined && target.n === dose)?.series ?? null
}

function uncertaintyOf({ branches, on }: Work): Answer['uncertain'] {
  const [first] = branches
  const last = branches.at(-1) as Branch
  if (last === first) return null
  const runs = branches.map(({ pieces }) => runFrom(viewsOf([pieces]), on)?.from)
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
  const [first] = work.branches
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
    doses: judgedTogether([
      first.one.history.judged,
      ...work.branches.slice(1).map(({ one }) => one.history.judged),
    ]),
    reasons,
    needs: needsOf(work),
    handover: complete ? null : handoverOf(set, work.branches, work.run, work.now.status),
    uncertain: uncertaintyOf(work),
    policy: { id: plan.id, version: plan.version, ...(hash === undefined ? {} : { hash }) },
  }
}
