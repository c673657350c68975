/** The evaluation: facts, policies and a day in; an answer that explains itself out. */
import type { CivilDate } from '@tiemchung/core'
import type { PersonFact } from '../policy/format.js'
import type { PolicySet } from '../policy-set/define.js'
import { readDay, type ReadSubject, readSubject } from '../subject/read.js'
import type { Subject } from '../subject/subject.js'
import type { Answer, Course, Reason, RuleRef, TimelinePiece } from './answer.js'
import { askedFrom } from './asked.js'
import { changeOn, type Making } from './change.js'
import { type Day, toDate, toLastDate } from './days.js'
import { bandsFor } from './govern.js'
import { handoverOf, transitionReasons } from './handover.js'
import { judgeHistory } from './history.js'
import { judgedTogether } from './judged.js'
import type { Stock } from './offer.js'
import { answeredBothWays, factReasons, openFacts } from './open-facts.js'
import { agreedOn, mergeViews, type Run, runFrom, sameAnswer, type View } from './outlook.js'
import { type Piece, piecesOf } from './pieces.js'
import { possibleBirths } from './possible-births.js'
import { mergeReasons, reasonsOn, refOf } from './reasons.js'
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
interface Work extends Making {
  readonly on: Day
  /** Facts that nobody knows; the branches of one day of birth are all their answers. */
  readonly open: readonly PersonFact[]
  readonly branches: readonly [Branch, ...Branch[]]
  readonly views: readonly View[]
  readonly now: View
  readonly run: Run | undefined
}

/** The stretch that holds a day. */
function stretchOn<Stretch extends View>(stretches: readonly Stretch[], day: Day): Stretch {
  let place = 0
  while ((stretches[place] as Stretch).end <= day) place++
  return stretches[place] as Stretch
}

function branchOf(set: PolicySet, one: Case, start: Day, stock: Stock): Branch {
  const pieces = piecesOf(set, one, start, stock)
  return { one, pieces, now: stretchOn(pieces, one.on) }
}

/** The day of the last dose that was given, or of birth: nothing before it can still change. */
function startOf(cases: readonly Case[], birth: Day, on: Day): Day {
  let last = Number.NEGATIVE_INFINITY
  for (const { history } of cases) {
    for (const { day } of history.counted) last = Math.max(last, day)
    for (const { day } of history.uncounted) last = Math.max(last, day)
  }
  return Math.min(on, Number.isFinite(last) ? last : birth)
}

/** Every possible day of birth, with every combination of answers to what is open. */
function casesOf(
  set: PolicySet,
  read: ReadSubject,
  open: readonly PersonFact[],
  on: Day,
): readonly Case[] {
  const readings = answeredBothWays(read, open)
  const cases: Case[] = []
  for (const birth of possibleBirths(set, read, on)) {
    for (const subject of readings) {
      const bands = bandsFor(birth)
      const history = judgeHistory(subject, bands, set, on)
      cases.push({ subject, birth, bands, history, on })
    }
  }
  return cases
}

function workOf(subject: Subject, set: PolicySet, date: CivilDate, stock: Stock): Work {
  const read = readSubject(subject)
  const on = readDay(date, ['on'])
  const open = openFacts(set, read)
  const cases = casesOf(set, read, open, on)
  const start = startOf(cases, read.births[0], on)
  const branches = cases.map((one) => branchOf(set, one, start, stock)) as [Branch, ...Branch[]]
  const views = agreedOn(branches.map(({ pieces }) => pieces))
  const now = stretchOn(views, on)
  const run = now.status === 'complete' ? undefined : runFrom(views, on)
  return { set, stock, start, on, open, branches, views, now, run }
}

function courseOf({ branches, now }: Work): Course {
  if (now.status === 'complete') return 'complete'
  if (now.status === 'tooOld') return 'agedOut'
  if (now.status === 'contraindicated') return 'contraindicated'
  return branches.some(({ one }) => one.history.counted.length > 0) ? 'inProgress' : 'notStarted'
}

/** The dates of the dose that is due; null where there is none. */
interface Dates extends Pick<Answer, 'earliest' | 'recommended' | 'overdueFrom' | 'lastDay'> {}

const noDates: Dates = { earliest: null, recommended: null, overdueFrom: null, lastDay: null }

function datesOf({ run, branches, on }: Work): Dates {
  if (run === undefined) return noDates
  let asked = run.from
  let limit = Number.NEGATIVE_INFINITY
  let limited = true
  for (const branch of branches) {
    asked = Math.max(asked, askedFrom(run, branch, 'recommended', on))
    const overdue = askedFrom(run, branch, 'overdueAfter', on)
    limited &&= Number.isFinite(overdue)
    limit = Math.max(limit, overdue)
  }
  const recommended = Math.min(asked, run.end - 1)
  return {
    earliest: toDate(run.from),
    recommended: toDate(recommended),
    overdueFrom: limited ? toDate(Math.max(recommended, limit)) : null,
    lastDay: toLastDate(run.end),
  }
}

function offersOf({ run }: Work): Answer['products'] {
  const offers: Answer['products'][number][] = []
  for (const { from, end, products } of run?.views ?? []) {
    for (const { id, doseMcg, volumeMl, review } of products) {
      const known = offers.findIndex((one) => one.id === id)
      const begun = offers[known]?.from ?? toDate(from)
      const until = toLastDate(end)
      const offer = { id, from: begun, until, doseMcg, volumeMl, preferred: !review }
      if (known < 0) offers.push(offer)
      else offers[known] = offer
    }
  }
  return offers
}

function nextChangeOf(work: Work): Answer['nextChange'] {
  const { branches, views, now } = work
  const ahead = views.slice(views.indexOf(now))
  const next = ahead.find((view) => !sameAnswer(view, now))
  if (next === undefined) return null
  const { from, status } = next
  const changes = branches.map(({ pieces, one }) => changeOn(pieces, one, from, work))
  const because = changes.find((one) => one !== null) as RuleRef
  return { on: toDate(from), status, because }
}

function timelineOf({ views }: Work): TimelinePiece[] {
  return mergeViews(views).map(({ from, end, status, dose, products, policy }) => ({
    from: toDate(from),
    to: toLastDate(end),
    status,
    dose,
    products: products.map((product) => product.id),
    policy,
  }))
}

function birthReasons({ branches, now }: Work): Reason[] {
  const [first] = branches
  if (branches.at(-1)?.one.birth === first.one.birth) return []
  const { cite, assumes } = first.now.regime.plan.ageGrounds
  const effect = now.status === 'unknown' ? 'unknown' : 'informs'
  return [{ rule: 'birth-date', kind: 'birthDate', effect, cite, assumes, params: {} }]
}

function reasonsOf(work: Work): Reason[] {
  const [first] = work.branches
  const merged = work.branches.map(({ now, one }) => reasonsOn(now, one)).reduce(mergeReasons)
  const transition = transitionReasons(work.set, first.one, work.run, work.on)
  const { plan } = first.now.regime
  return birthReasons(work).concat(factReasons(decidingFacts(work), plan), merged, transition)
}

/** Whether two branches tell the same on the day. */
function alike({ now: left }: Branch, { now: right }: Branch): boolean {
  const tell = ({ status, regime, products }: Piece) =>
    [status, regime.target?.n, ...products.map(({ id }) => id)].join()
  return tell(left) === tell(right)
}

/** The open facts whose other answer would make another answer. */
function decidingFacts({ open, branches, now }: Work): readonly PersonFact[] {
  if (now.status !== 'unknown') return []
  return open.filter((_, place) =>
    branches.some((one, index) => !alike(one, branches[index ^ (1 << place)] as Branch)),
  )
}

/** Whether another possible day of birth would make another answer. */
function birthDecides({ open, branches, now }: Work): boolean {
  if (now.status !== 'unknown') return false
  const step = 1 << open.length
  return branches.some(
    (one, index) => index >= step && !alike(one, branches[index - step] as Branch),
  )
}

function needsOf(work: Work): string[] {
  const { branches } = work
  const needs = new Set<string>(birthDecides(work) ? ['birthDate'] : [])
  for (const fact of decidingFacts(work)) needs.add(fact)
  for (const branch of branches) {
    for (const rule of branch.now.active) for (const need of rule.needs ?? []) needs.add(need)
  }
  return [...needs]
}

function seriesOf({ branches }: Work, dose: number | null): string | null {
  for (const { regime } of branches[0].pieces) {
    if (regime.target?.n === dose) return regime.target.series
  }
  return null
}

function uncertaintyOf({ branches, on }: Work): Answer['uncertain'] {
  const [first] = branches
  const last = branches.at(-1) as Branch
  if (last.one.birth === first.one.birth) return null
  const runs = branches.map(({ pieces }) => runFrom(pieces, on)?.from)
  const days = runs.filter((day) => day !== undefined)
  const earliest =
    days.length < 2 ? null : { from: toDate(Math.min(...days)), to: toDate(Math.max(...days)) }
  return { birthDate: { from: toDate(first.one.birth), to: toDate(last.one.birth) }, earliest }
}

function policyOf({ set, branches }: Work): Answer['policy'] {
  const { id, version } = branches[0].now.regime.plan
  const hash = set.hashes.size === 0 ? undefined : set.hashes.get(`${id}@${version}`)
  return hash === undefined ? { id, version } : { id, version, hash }
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
 * import { definePolicySet, evaluate, parseCivilDate, parsePartialDate } from '@tiemchung/eligibility'
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
  const dates = datesOf(work)
  const complete = work.now.status === 'complete'
  const dose = work.run?.dose ?? work.now.dose
  return {
    on,
    status: work.now.status,
    course: courseOf(work),
    dose,
    series: seriesOf(work, dose),
    earliest: dates.earliest,
    recommended: dates.recommended,
    overdueFrom: dates.overdueFrom,
    lastDay: dates.lastDay,
    products: offersOf(work),
    site: reasons.some(({ kind }) => kind === 'hospital') ? 'hospital' : 'any',
    cautions: reasons.filter(({ kind }) => kind === 'precaution').map(refOf),
    nextChange: nextChangeOf(work),
    timeline: timelineOf(work),
    doses: judgedTogether(work.branches.map(({ one }) => one.history.judged)),
    reasons,
    needs: needsOf(work),
    handover: complete ? null : handoverOf(set, work.branches, work.run, work.now.status),
    uncertain: uncertaintyOf(work),
    policy: policyOf(work),
  }
}
