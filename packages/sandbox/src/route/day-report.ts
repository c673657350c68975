import { civilDateSchema, type Facility, facilityCodeSchema } from '@tiemchung/schemas'
import {
  type DayReport,
  dayReportSchema,
  type SignedDayReport,
  signedDayReportSchema,
} from '@tiemchung/schemas/wire'
import { openChecks } from '@tiemchung/core'
import { verifyDayReport } from '@tiemchung/signing'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import { trustOf } from '../record/accept-record.js'
import type { Services } from '../services.js'

const facilityDay = z.object({ facility: facilityCodeSchema, date: civilDateSchema })
const handedInSchema = z.discriminatedUnion('format', [dayReportSchema, signedDayReportSchema])

interface Kept {
  readonly body: DayReport
  readonly signed: SignedDayReport | null
}

/** The numbers under a signature, once it and its chain hold at the time of receipt. */
async function openReport(
  services: Services,
  database: Queryable,
  signed: SignedDayReport,
): Promise<DayReport> {
  const report = await verifyDayReport(signed, await trustOf(services, database))
  if (report.content === undefined) {
    const [open] = openChecks<string>(report)
    const detail = `${open?.id ?? 'jws'}: ${open?.reason ?? 'unknown'}`
    throw new Problem(422, 'platform.day-report.signature', { detail })
  }
  const read = dayReportSchema.safeParse(report.content)
  if (read.success) return read.data
  throw new Problem(422, 'platform.day-report.signature', { detail: 'day-report.form' })
}

function findKept(
  database: Queryable,
  { facility, date }: { readonly facility: string; readonly date: string },
): Promise<Kept | undefined> {
  return one<Kept>(
    database,
    'select body, signed from day_report where facility = $1 and day = $2 for update',
    [facility, date],
  )
}

/** Keeps a report unless a newer one, by its number, is there already; answers the one that counts. */
async function keepReport(
  database: Queryable,
  report: DayReport,
  signed: SignedDayReport | null,
): Promise<DayReport> {
  const before = await findKept(database, report)
  if (before !== undefined && before.signed !== null && signed === null) {
    throw new Problem(422, 'platform.day-report.signature', { detail: 'unsigned' })
  }
  if ((before?.body.sequence ?? 0) > (report.sequence ?? 0)) return before?.body ?? report
  await database.query(
    `insert into day_report (facility, day, body, signed) values ($1, $2, $3::jsonb, $4::jsonb)
     on conflict (facility, day) do update set body = excluded.body, signed = excluded.signed`,
    [
      report.facility,
      report.date,
      JSON.stringify(report),
      signed === null ? null : JSON.stringify(signed),
    ],
  )
  return report
}

function reportRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/day-reports/{facility}/{date}',
    id: 'reportDay',
    summary: "Report a facility's day; the newest report counts",
    description:
      "Numbers only; no person is in a report. Plain, or under the facility's signature; where one was signed, the next must be. Of two the one with the higher `sequence` counts, which is answered.",
    problems: [
      [422, 'platform.id-mismatch'],
      [422, 'platform.day-report.signature'],
    ],
    tag: 'day',
    action: 'day.report',
    params: facilityDay,
    body: handedInSchema,
    status: 200,
    answer: dayReportSchema,
    handle: async ({ database, params, body, scope }) => {
      scope.check({ facility: params.facility })
      if (body.facility !== params.facility || body.date !== params.date) {
        throw new Problem(422, 'platform.id-mismatch')
      }
      if (body.format === 'day-report/1') return keepReport(database, body, null)
      return keepReport(database, await openReport(services, database, body), body)
    },
  })
}

function readRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/day-reports/{facility}/{date}',
    id: 'getDayReport',
    summary: "A facility's report of a day as it was handed in",
    description: 'Signed where it was signed, so that whoever rolls a day up can check it.',
    problems: [[404, 'platform.not-found']],
    tag: 'day',
    action: 'day.read',
    params: facilityDay,
    status: 200,
    answer: handedInSchema,
    handle: async ({ database, params, scope }) => {
      const { facility } = params
      const row = await one<{ body: Facility; district: string }>(
        database,
        'select body, district from facility where code = $1',
        [facility],
      )
      scope.check({ facility, district: row?.district })
      const kept = await one<Kept>(
        database,
        'select body, signed from day_report where facility = $1 and day = $2',
        [facility, params.date],
      )
      if (kept === undefined) throw new Problem(404, 'platform.not-found')
      return kept.signed ?? kept.body
    },
  })
}

/** The report of a facility's day, handed in and read. */
export function dayReportRoutes(app: App, services: Services): void {
  reportRoute(app, services)
  readRoute(app, services)
}
