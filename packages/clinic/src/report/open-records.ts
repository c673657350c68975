import type { Uuid } from '@tiemchung/core'
import { type NextStep, nextStepBy, type NextStepFacts } from '../next-step/next-step.js'
import type { DayDocumentsInput } from './day-report.js'
import { stepDues } from '../regime/step-due.js'
import { followAll } from './follow.js'

/** One record that is open, and its next step. */
export interface OpenRecord {
  readonly recordId: Uuid
  readonly next: NextStep
}

const dueTime = ({ next }: OpenRecord): number => next.dueAt?.getTime() ?? Number.POSITIVE_INFINITY

/** Every record that is not done with its next step, the most urgent first and then as they were entered. */
export function openRecords(
  { records, operations }: Pick<DayDocumentsInput, 'records' | 'operations'>,
  facts: Omit<NextStepFacts, 'operation'>,
): readonly OpenRecord[] {
  const dueOf = stepDues(facts.policy)
  return followAll(records, operations)
    .flatMap(({ one, standing: { open } }): OpenRecord[] =>
      open === undefined
        ? []
        : [{ recordId: one.record.id, next: nextStepBy(one, open, facts, dueOf) }],
    )
    .sort((left, right) =>
      dueTime(left) < dueTime(right) ? -1 : dueTime(left) > dueTime(right) ? 1 : 0,
    )
}
