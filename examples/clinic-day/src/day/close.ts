import { parseCivilDate } from '@tiemchung/core'
import type { Day } from '@tiemchung/clinic'
import { type DayReport, dayReportSchema, type RollUp, rollUpSchema } from '@tiemchung/schemas/wire'
import type { Stage } from './stage.js'

/** A hospital that finished: its report comes from its own software. */
function finishedReport(stage: Stage, facility: string): DayReport {
  const done = 64
  return {
    format: 'day-report/1',
    facility,
    date: parseCivilDate(stage.truth.day),
    madeAt: `${stage.truth.day}T11:10:00.000Z`,
    given: done,
    entered: done,
    complete: done,
    settled: done,
    signed: done,
    acknowledged: done,
    open: {},
    finished: true,
  }
}

/** A neighbour that vaccinated and did not finish. */
function openReport(stage: Stage, facility: string): DayReport {
  return {
    format: 'day-report/1',
    facility,
    date: parseCivilDate(stage.truth.day),
    madeAt: `${stage.truth.day}T11:30:00.000Z`,
    given: 240,
    entered: 240,
    complete: 236,
    settled: 219,
    signed: 219,
    acknowledged: 219,
    open: { 'entered.completeness.no-guardian': 4, 'complete.mismatched': 17 },
    finished: false,
  }
}

async function send(stage: Stage, report: DayReport): Promise<void> {
  const staff = stage.platform.as(`staff.${report.facility}`)
  await staff.put(`/v1/day-reports/${report.facility}/${report.date}`, {
    body: report,
    schema: dayReportSchema,
  })
}

/** Reports the days, and reads the roll-up of the district as its health centre sees it. */
export async function closeDay(
  stage: Stage,
  days: readonly Day[],
): Promise<{ readonly reports: readonly DayReport[]; readonly rollUp: RollUp }> {
  const district = stage.platform.as(`district.${stage.truth.district}`)
  for (const { code, role } of stage.truth.facilities) {
    await district.put(`/v1/day-plans/${code}/${stage.truth.day}`, {
      body: { vaccinating: role !== 'resting' },
    })
  }
  const reports: DayReport[] = []
  for (const day of days) reports.push(await day.report())
  for (const { code, role } of stage.truth.facilities) {
    if (role === 'open') reports.push(openReport(stage, code))
    if (role === 'finished') reports.push(finishedReport(stage, code))
  }
  for (const report of reports) await send(stage, report)
  const rollUp = await district.get(`/v1/roll-ups/${stage.truth.district}/${stage.truth.day}`, {
    schema: rollUpSchema,
  })
  return { reports, rollUp }
}
