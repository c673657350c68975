import { formatInstant } from '@tiemchung/core'
import type { DayReport } from '@tiemchung/schemas/wire'
import { type NextStep, nextStepBy, type NextStepFacts } from '../next-step/next-step.js'
import { stepDues } from '../regime/step-due.js'
import type { Followed } from './follow.js'

type Row = NonNullable<DayReport['next']>[number]

interface Counting {
  readonly step: NextStep
  count: number
  overdue: number
  dueAt: number
}

function rowOf({ step: { who, step, code }, count, overdue, dueAt }: Counting): Row {
  const due = Number.isFinite(dueAt) ? { dueAt: formatInstant(new Date(dueAt)) } : {}
  return { who, step, code, count, overdue, ...due }
}

/** What is to be done next and by whom, the most urgent first. */
export function nextCounts(
  followed: readonly Followed[],
  facts: Omit<NextStepFacts, 'operation'>,
): readonly Row[] {
  const rows = new Map<string, Counting>()
  const dueOf = stepDues(facts.policy)
  for (const { one, operation, standing } of followed) {
    if (standing.open === undefined) continue
    const step = nextStepBy(one, { ...facts, operation }, dueOf)
    if (step === undefined) continue
    const key = `${step.code} ${step.step}`
    const row = rows.get(key) ?? { step, count: 0, overdue: 0, dueAt: Number.POSITIVE_INFINITY }
    row.count += 1
    if (step.overdue) row.overdue += 1
    row.dueAt = Math.min(row.dueAt, step.dueAt?.getTime() ?? Number.POSITIVE_INFINITY)
    rows.set(key, row)
  }
  return [...rows.values()]
    .sort((left, right) => left.dueAt - right.dueAt || right.count - left.count)
    .map(rowOf)
}
