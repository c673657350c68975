import type { DayReport, DayTally } from '@tiemchung/schemas/wire'
import { openOf } from './tally.js'

type Numbers = Omit<DayTally, 'sent' | 'byMinutes'> & Partial<Pick<DayTally, 'sent' | 'byMinutes'>>

function tallyFaults(name: string, tally: Numbers): readonly string[] {
  const { given, entered, complete, settled, signed, acknowledged, open } = tally
  const { byMinutes = 0, sent = signed } = tally
  const adds = given === acknowledged + byMinutes + openOf(open)
  const falls = [given, entered, complete, settled, signed, sent, acknowledged]
  const ordered = falls.every((one, index) => index === 0 || one <= (falls[index - 1] ?? 0))
  const missing = open['given.not-entered'] ?? 0
  return [
    ...(adds ? [] : [`${name}: open`]),
    ...(ordered && settled >= signed + byMinutes ? [] : [`${name}: stages`]),
    ...(given === entered + missing ? [] : [`${name}: entered`]),
  ]
}

const numbers = ['given', 'entered', 'complete', 'settled', 'signed', 'acknowledged'] as const

function groupFaults(name: string, own: Numbers, groups: readonly DayTally[]): readonly string[] {
  const sums = numbers.every((key) => groups.reduce((sum, one) => sum + one[key], 0) === own[key])
  const open = groups.reduce((sum, one) => sum + openOf(one.open), 0)
  return sums && open === openOf(own.open) ? [] : [`${name}: groups`]
}

/**
 * What of a report does not add up; empty is right. Given = acknowledged + by minutes + every open reason, no stage has
 * more than the one before, sessions and vaccinators make up the day, and it is finished exactly when nothing is open
 * or unreadable.
 */
export function dayReportFaults(report: DayReport): readonly string[] {
  const amended = Object.entries(report.open).filter(([key]) => key.startsWith('amendments.'))
  const own = Object.entries(report.open).filter(([key]) => !key.startsWith('amendments.'))
  const { byMinutes = 0, sent, ...rest } = report
  const day: Numbers = {
    ...rest,
    byMinutes,
    ...(sent === undefined ? {} : { sent }),
    open: Object.fromEntries(own),
  }
  const late = report.late === undefined ? [] : Object.entries(report.late)
  const left = openOf(report.open) + late.reduce((sum, [, one]) => sum + openOf(one.open), 0)
  const { amendments, unreadable = 0 } = report
  const amendedOpen = amended.reduce((sum, [, count]) => sum + count, 0)
  return [
    // A report without the number of those by minutes cannot be added up.
    ...(report.byMinutes === undefined ? [] : tallyFaults('day', day)),
    ...late.flatMap(([name, tally]) => tallyFaults(`late ${name}`, tally)),
    ...(report.sessions === undefined ? [] : groupFaults('sessions', day, report.sessions)),
    ...(report.vaccinators === undefined
      ? []
      : groupFaults('vaccinators', day, report.vaccinators)),
    ...(amendments === undefined || amendments.made === amendments.acknowledged + amendedOpen
      ? []
      : ['amendments: open']),
    ...(report.finished === (left + unreadable === 0) ? [] : ['finished']),
  ]
}
