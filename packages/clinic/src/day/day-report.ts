import type { CivilDate } from '@tiemchung/core'
import type { DayReport } from '@tiemchung/schemas/wire'
import type { Ledger, StageId } from './ledger.js'

const stageCount = (ledger: Ledger, id: StageId): number =>
  ledger.stages.find((stage) => stage.id === id)?.count ?? 0

const partCount = (ledger: Ledger, id: StageId, part: string): number =>
  ledger.stages.find((stage) => stage.id === id)?.parts.find((one) => one.id === part)?.count ?? 0

/** Classes that end a record's day without a signature by the rules themselves. */
const settledOtherwise: ReadonlySet<string> = new Set(['by-minutes'])

/**
 * A facility's day as it is reported upwards: numbers only, no person. `finished` means that every dose
 * given was entered, completed, matched, signed (or minuted) and acknowledged (dispatch 1815 article 2).
 */
export function dayReportOf(
  ledger: Ledger,
  facts: { readonly facility: string; readonly date: CivilDate; readonly madeAt: Date },
): DayReport {
  const open: Record<string, number> = {}
  for (const stage of ledger.stages.slice(2)) {
    for (const part of stage.parts.slice(1)) {
      if (part.count === 0 || settledOtherwise.has(part.id)) continue
      open[`${stage.id}.${part.id}`] = part.count
    }
  }
  const waiting = ledger.amendments.made - ledger.amendments.acknowledged
  if (waiting > 0) open['amendments.not-acknowledged'] = waiting
  return {
    format: 'day-report/1',
    facility: facts.facility,
    date: facts.date,
    madeAt: facts.madeAt.toISOString(),
    given: stageCount(ledger, 'given'),
    entered: stageCount(ledger, 'entered'),
    complete: stageCount(ledger, 'complete'),
    settled: stageCount(ledger, 'settled'),
    signed: stageCount(ledger, 'signed'),
    acknowledged: partCount(ledger, 'signed', 'acknowledged'),
    open,
    finished: Object.keys(open).length === 0,
  }
}
