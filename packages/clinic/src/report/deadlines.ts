import { type CivilDate, formatInstant } from '@tiemchung/core'
import type { DayReport } from '@tiemchung/schemas/wire'
import { timesOf } from '../next-step/next-step.js'
import type { DayDeadline, DayPolicy } from '../regime/day-policy.js'
import { dayDueAt, stepDues } from '../regime/step-due.js'
import type { Followed } from './follow.js'

type DeadlineRow = NonNullable<DayReport['deadlines']>[number]

function hasPassed({ standing }: Followed, step: DayDeadline['step']): boolean {
  if (step === 'entered') return true
  if (step === 'complete') return standing.complete
  if (step === 'settled') return standing.settled
  if (step === 'signed') return standing.signed || standing.minuted
  return step === 'sent' ? standing.sent : standing.acknowledged
}

/** What one deadline leaves: how many are open and late, and how long there is. */
function rowOf(
  { step, due }: DayDeadline,
  open: readonly Followed[],
  date: CivilDate,
  dueOf: ReturnType<typeof stepDues>,
  now: number,
): DeadlineRow {
  const own = open.map(({ one }) => dueOf(timesOf(one), step) ?? Number.POSITIVE_INFINITY)
  const dueAt = dayDueAt(date, due) ?? (own.length === 0 ? undefined : Math.min(...own))
  const overdue = own.filter((one) => one <= now).length
  if (dueAt === undefined) return { step, open: own.length, overdue }
  const minutesLeft = Math.floor((dueAt - now) / 60_000)
  return { step, dueAt: formatInstant(new Date(dueAt)), minutesLeft, open: own.length, overdue }
}

/** What is left of each deadline of the policy. */
export function deadlineRows(
  followed: readonly Followed[],
  {
    date,
    policy,
    now,
    reported,
  }: {
    readonly date: CivilDate
    readonly policy: DayPolicy
    readonly now: Date
    readonly reported: boolean
  },
): readonly DeadlineRow[] {
  const at = now.getTime()
  const dueOf = stepDues(policy)
  return policy.deadlines.map((deadline) => {
    const { step, due } = deadline
    if (step !== 'reported') {
      return rowOf(
        deadline,
        followed.filter((one) => !hasPassed(one, step)),
        date,
        dueOf,
        at,
      )
    }
    const row = rowOf(deadline, [], date, dueOf, at)
    if (reported) return row
    const dueAt = dayDueAt(date, due)
    return { ...row, open: 1, overdue: dueAt !== undefined && dueAt <= at ? 1 : 0 }
  })
}
