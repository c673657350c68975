import { type CivilDate, formatInstant, type Issue } from '@tiemchung/core'
import type { DayReport, DayTally } from '@tiemchung/schemas/wire'
import type { ChildCase } from '../day/child.js'
import type { Closing } from '../day/closing.js'
import { isSealed, type RecordCase } from '../day/record-case.js'
import type { Operation } from '../outbox/operation.js'
import type { Standing } from '../next-step/standing.js'
import type { DayPolicy } from '../regime/day-policy.js'
import { covid2022SameDayPolicy } from '../regime/same-day.js'
import { deadlineRows } from './deadlines.js'
import { type Followed, followAll } from './follow.js'
import { splitBySession, splitByVaccinator } from './groups.js'
import { identityOrder } from './identity-order.js'
import { isLateOn, lateness } from './lateness.js'
import { medianMinutes } from './medians.js'
import { nextCounts } from './next-counts.js'
import {
  type ByStanding,
  type Counting,
  countOpen,
  countRecord,
  openOf,
  sorted,
  tallyOf,
} from './tally.js'

/** The documents that a day is reported from. */
export interface DayDocumentsInput {
  readonly children: readonly ChildCase[]
  readonly records: readonly RecordCase[]
  readonly operations: readonly Operation[]
  /** Default: never closed. */
  readonly closings?: readonly Closing[]
  /** Documents that the store leaves out, as it cannot read them: see `Store.unreadable`. Default 0. */
  readonly unreadable?: number
}

/** What a report is made with beside the documents. */
export interface DayReportFacts {
  readonly facility: string
  readonly canSign: boolean
  readonly date: CivilDate
  readonly madeAt: Date
  /** Default `covid2022SameDayPolicy`. */
  readonly policy?: DayPolicy
  /** What of the policy is not understood: the issues of `readDayPolicy`. */
  readonly policyIssues?: readonly Issue[]
  /** How many feedback items are open with the facility; left out of the report when it is not known. */
  readonly feedbackOpen?: number
  /** Records of earlier days with their operations, from the stores of those days; those entered on this day count. */
  readonly earlier?: Pick<DayDocumentsInput, 'records' | 'operations'>
  /** Whether this day was reported upwards already. */
  readonly reported?: boolean
  /** Counts the reports of this day. */
  readonly sequence?: number
}

interface Counted {
  readonly own: Counting
  readonly ofDay: Counting
  readonly ofEarlierDays: Counting
  /** Records in time, for what is told of single ones. */
  readonly inTime: readonly Followed[]
}

const fresh = (): ByStanding => new Map<Standing, number>()

function countFirst(
  first: readonly Followed[],
  { closings = [], children }: DayDocumentsInput,
  { date, earlier }: DayReportFacts,
): Counted {
  const counts = { 'in-time': fresh(), ofDay: fresh(), ofEarlierDays: fresh() }
  const whenOf = lateness(date, closings)
  const inTime: Followed[] = []
  for (const followed of first) {
    const when = whenOf(followed)
    if (when === 'in-time') inTime.push(followed)
    countRecord(counts[when], followed.standing)
  }
  if (earlier !== undefined) {
    const late = earlier.records.filter((one) => isLateOn(one, date))
    for (const { standing } of followAll(late, earlier.operations)) {
      countRecord(counts.ofEarlierDays, standing)
    }
  }
  const own = tallyOf(counts['in-time'])
  const entered = new Set<string>(first.map(({ one }) => one.record.id))
  for (const { attendance, firstRecordId } of children) {
    if (attendance !== 'given' || entered.has(firstRecordId ?? '')) continue
    own.given += 1
    countOpen(own, 'given.not-entered')
  }
  return { own, ofDay: tallyOf(counts.ofDay), ofEarlierDays: tallyOf(counts.ofEarlierDays), inTime }
}

const finishedTally = (tally: Counting): DayTally => ({ ...tally, open: sorted(tally.open) })

function closingOf(closings: readonly Closing[]): Pick<DayReport, 'closing'> {
  const last = closings.at(-1)
  if (last === undefined) return {}
  const { state, at, open, reason } = last
  return { closing: { state, at, open: openOf(open), withReason: reason !== undefined } }
}

function amendmentsOf(all: readonly Followed[]): {
  readonly amendments: NonNullable<DayReport['amendments']>
  readonly open: Record<string, number>
} {
  const open: Record<string, number> = {}
  for (const { standing } of all) {
    if (standing.open === undefined) continue
    const key = `amendments.${standing.open.key}`
    open[key] = (open[key] ?? 0) + 1
  }
  const signed = all.filter(({ one }) => isSealed(one)).length
  const acknowledged = all.filter(({ standing }) => standing.acknowledged).length
  return { amendments: { made: all.length, signed, acknowledged }, open }
}

function policyOf(policy: DayPolicy, issues: readonly Issue[]): NonNullable<DayReport['policy']> {
  const { id, version, regime } = policy
  return { id, version, regime, unknownSteps: issues.length }
}

/**
 * A facility's day as it is reported: numbers and codes only, no person. `finished` means that every dose given was
 * entered, completed, matched, signed (or minuted) and acknowledged (dispatch 1815 article 2), late ones and amendments
 * too, and that the store could read all that it has (`unreadable`). Vaccinators are named by staff account; `reportUpwards` leaves them out.
 *
 * It does not establish that the list is complete, nor that a deadline was kept: see `deadlines`.
 */
export function dayReport(documents: DayDocumentsInput, facts: DayReportFacts): DayReport {
  const { policy = covid2022SameDayPolicy, policyIssues = [], madeAt, date, canSign } = facts
  const all = followAll(documents.records, documents.operations)
  const first = all.filter(({ one }) => one.record.amends === undefined)
  const amended = amendmentsOf(all.filter(({ one }) => one.record.amends !== undefined))
  const { own, ofDay, ofEarlierDays, inTime } = countFirst(first, documents, facts)
  const open = sorted({ ...own.open, ...amended.open })
  const left = openOf(open) + openOf(ofDay.open) + openOf(ofEarlierDays.open)
  const { closings = [], unreadable = 0 } = documents
  const { reported = false } = facts
  const { given, entered, complete, settled, signed, byMinutes, sent, acknowledged } = own
  return {
    format: 'day-report/1',
    facility: facts.facility,
    date,
    madeAt: formatInstant(madeAt),
    ...{ given, entered, complete, settled, signed, acknowledged },
    open,
    finished: left === 0 && unreadable === 0,
    ...(facts.sequence === undefined ? {} : { sequence: facts.sequence }),
    byMinutes,
    sent,
    unreadable,
    policy: policyOf(policy, policyIssues),
    late: { ofDay: finishedTally(ofDay), ofEarlierDays: finishedTally(ofEarlierDays) },
    amendments: amended.amendments,
    sessions: [...splitBySession(inTime, own, policy)],
    vaccinators: [...splitByVaccinator(inTime, own)],
    minutes: [...medianMinutes(first)],
    deadlines: [...deadlineRows(first, { date, policy, now: madeAt, reported })],
    identity: identityOrder(first, policy.matchBeforeFirstDose),
    next: [...nextCounts(all, { policy, now: madeAt, canSign })],
    ...(facts.feedbackOpen === undefined ? {} : { feedbackOpen: facts.feedbackOpen }),
    ...closingOf(closings),
  }
}

/** A report as it goes upwards: without the staff accounts. */
export function reportUpwards({ vaccinators: _, ...report }: DayReport): DayReport {
  return report
}
