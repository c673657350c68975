import { formatInstant } from '@tiemchung/core'
import type { DayReport } from '@tiemchung/schemas/wire'
import { type NextStepFacts, stepCodeOf, timesOf } from '../next-step/next-step.js'
import { nextSteps } from '../next-step/words.js'
import { stepDues } from '../regime/step-due.js'
import type { Followed } from './follow.js'

type Row = NonNullable<DayReport['next']>[number]

/** A row while it is counted. */
type Counting = { -readonly [Name in keyof Omit<Row, 'dueAt'>]: Row[Name] } & { soonest: number }

function rowOf({ soonest, ...row }: Counting): Row {
  return Number.isFinite(soonest) ? { ...row, dueAt: formatInstant(new Date(soonest)) } : row
}

/** What is to be done next and by whom, the most urgent first. */
export function nextCounts(
  followed: readonly Followed[],
  facts: Omit<NextStepFacts, 'operation'>,
): readonly Row[] {
  const rows = new Map<string, Counting>()
  const [dueOf, now] = [stepDues(facts.policy), facts.now.getTime()]
  for (const { one, standing } of followed) {
    const { open } = standing
    if (open === undefined) continue
    const { code } = stepCodeOf(one, open, facts)
    const key = `${code} ${open.step}`
    const fresh = { who: nextSteps[code].who, step: open.step, code, count: 0, overdue: 0 }
    const row = rows.get(key) ?? { ...fresh, soonest: Number.POSITIVE_INFINITY }
    const due = dueOf(timesOf(one), open.step) ?? Number.POSITIVE_INFINITY
    row.count += 1
    if (due <= now) row.overdue += 1
    row.soonest = Math.min(row.soonest, due)
    rows.set(key, row)
  }
  return [...rows.values()]
    .sort((left, right) => left.soonest - right.soonest || right.count - left.count)
    .map(rowOf)
}
