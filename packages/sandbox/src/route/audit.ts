import { instantSchema, lineSchema, uuidSchema } from '@tiemchung/schemas'
import { pageSchema } from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { keyOf, page, pageQuery } from '../app/page.js'
import { type AuditRow, entriesOf } from '../audit/entries.js'
import { type Action, table } from '../authorisation/table.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

const auditEntrySchema = z.strictObject({
  number: z.int().min(1),
  at: instantSchema,
  action: z.string(),
  operation: z.string(),
  /** Absent: somebody without a session, such as a citizen. */
  account: lineSchema(60).optional(),
  /** Ids in the path of the operation. */
  thing: z.string().optional(),
  status: z.int(),
  requestId: uuidSchema,
})

const shown = (row: AuditRow) => ({
  number: Number(row.number),
  at: new Date(row.at).toISOString(),
  action: row.action,
  operation: row.operation,
  ...(row.account === null ? {} : { account: row.account }),
  ...(row.thing === null ? {} : { thing: row.thing }),
  status: row.status,
  requestId: row.request_id,
})

function numberOf(cursor: string | undefined): number {
  const key = keyOf(cursor)
  if (!/^\d{0,15}$/.test(key)) throw new Problem(400, 'platform.body')
  return Number(key)
}

/** The audit log. */
export function auditRoutes(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/audit',
    id: 'listAudit',
    summary: 'What was written, by whom, on what',
    description:
      'Every write that was done, refusals with an effect included, in the order of the log; of an account, a thing or an action. An answer that was given again is no write. It names accounts and ids, and no person.',
    tag: 'audit',
    action: 'audit.read',
    query: z.object({
      ...pageQuery,
      account: lineSchema(60).optional(),
      thing: z.string().max(200).optional(),
      action: z.enum(Object.keys(table) as [Action, ...Action[]]).optional(),
    }),
    status: 200,
    answer: pageSchema(auditEntrySchema),
    handle: async ({ database, query }) => {
      const { cursor, limit, account, thing, action } = query
      const behind = numberOf(cursor)
      const rows = await entriesOf(database, { account, thing, action, behind, most: limit + 1 })
      return page(rows, limit, ({ number }) => String(number), shown)
    },
  })
}
