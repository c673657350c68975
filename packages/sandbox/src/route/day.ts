import {
  civilDateSchema,
  facilityCodeSchema,
  facilitySchema,
  type Facility,
} from '@tiemchung/schemas'
import { type DayReport, pageSchema, type RollUpRow, rollUpSchema } from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { keyOf, page, pageQuery } from '../app/page.js'
import { one } from '../database/database.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import { dayReportRoutes } from './day-report.js'

const facilityDay = z.object({ facility: facilityCodeSchema, date: civilDateSchema })
const planSchema = z.strictObject({ vaccinating: z.boolean() })

interface Row {
  code: string
  vaccinating: boolean | null
  body: DayReport | null
}

/** `silent`: it was to vaccinate and nothing was heard. A report counts even without a plan. */
function rowOf({ code, vaccinating, body }: Row): RollUpRow {
  if (body !== null) {
    return { facility: code, state: body.finished ? 'finished' : 'open', report: body }
  }
  return { facility: code, state: vaccinating === true ? 'silent' : 'not-vaccinating' }
}

function facilitiesRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/facilities',
    id: 'listFacilities',
    summary: 'Facilities, of one district or all',
    description:
      'Districts are named by province and district code together; since 01/07/2025 the province stands for them.',
    tag: 'day',
    action: 'facility.read',
    query: z.object({ ...pageQuery, district: z.string().optional() }),
    status: 200,
    answer: pageSchema(facilitySchema),
    handle: async ({ database, query }) => {
      const rows = await database.query<{ code: string; body: Facility }>(
        `select code, body from facility
         where code > $1 and ($2::text is null or district = $2) order by code limit $3`,
        [keyOf(query.cursor), query.district ?? null, query.limit + 1],
      )
      return page(
        rows,
        query.limit,
        (row) => row.code,
        (row) => row.body,
      )
    },
  })
}

function planRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/day-plans/{facility}/{date}',
    id: 'planDay',
    summary: 'Say whether a facility vaccinates on a day',
    description: 'A facility that was to vaccinate and says nothing shows up as silent.',
    problems: [[404, 'platform.not-found']],
    tag: 'day',
    action: 'day.plan',
    params: facilityDay,
    body: planSchema,
    status: 200,
    answer: planSchema,
    handle: async ({ database, params, body, scope }) => {
      const facility = await one<{ district: string }>(
        database,
        'select district from facility where code = $1',
        [params.facility],
      )
      if (facility === undefined) throw new Problem(404, 'platform.not-found')
      scope.check({ district: facility.district })
      await database.query(
        `insert into day_plan (facility, day, vaccinating) values ($1, $2, $3)
         on conflict (facility, day) do update set vaccinating = excluded.vaccinating`,
        [params.facility, params.date, body.vaccinating],
      )
      return body
    },
  })
}

function rollUpRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/roll-ups/{district}/{date}',
    id: 'rollUpDay',
    summary: 'All facilities of a district on a day',
    description: 'A row for each facility: finished, open, silent, or not vaccinating.',
    tag: 'day',
    action: 'day.roll-up',
    params: z.object({ district: z.string(), date: civilDateSchema }),
    status: 200,
    answer: rollUpSchema,
    handle: async ({ database, params, scope }) => {
      scope.check({ district: params.district })
      const rows = await database.query<Row>(
        `select facility.code, day_plan.vaccinating, day_report.body from facility
         left join day_plan on day_plan.facility = facility.code and day_plan.day = $2
         left join day_report on day_report.facility = facility.code and day_report.day = $2
         where facility.district = $1 order by facility.code`,
        [params.district, params.date],
      )
      const madeAt = services.world.clock.now().toISOString()
      return { district: params.district, date: params.date, madeAt, rows: rows.map(rowOf) }
    },
  })
}

/** Facilities, their plans, their reports, and the roll-up of a district. */
export function dayRoutes(app: App, services: Services): void {
  facilitiesRoute(app, services)
  planRoute(app, services)
  dayReportRoutes(app, services)
  rollUpRoute(app, services)
}
