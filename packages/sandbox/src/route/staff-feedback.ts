import { isWith, mayTake } from '@tiemchung/feedback/rules'
import {
  type FeedbackItem,
  feedbackItemSchema,
  feedbackStateSchema,
  type Handler,
  uuidSchema,
} from '@tiemchung/schemas'
import { pageSchema } from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { keyOf, page, pageQuery } from '../app/page.js'
import { one, type Queryable } from '../database/database.js'
import { unitsBelow, unitsOf } from '../feedback/units.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

/** The desks whose items a desk may read. The ministry reads all: undefined. */
async function readableFor(
  database: Queryable,
  desk: Handler,
): Promise<readonly Handler[] | undefined> {
  if (desk.level === 'ministry') return undefined
  const below = unitsBelow(await unitsOf(database), desk)
  return below.map(({ level, unit }) => ({ level, unit }))
}

const listQuery = z.object({
  ...pageQuery,
  unit: z.string(),
  state: feedbackStateSchema.optional(),
  below: z.enum(['true', 'false']).default('false'),
})

async function listed(database: Queryable, desk: Handler, query: z.output<typeof listQuery>) {
  const readable = query.below === 'true' ? await readableFor(database, desk) : []
  return database.query<{ key: string; item: FeedbackItem }>(
    `select id::text as key, item from feedback
     where ($5::jsonb is null or item->'handler' = $1::jsonb
         or item->'openTo' @> jsonb_build_array($1::jsonb)
         or $5::jsonb @> jsonb_build_array(item->'handler'))
       and id::text > $2 and ($3::text is null or state = $3) and item ? 'receivedAt'
     order by id::text limit $4`,
    [
      JSON.stringify(desk),
      keyOf(query.cursor),
      query.state ?? null,
      query.limit + 1,
      readable === undefined ? null : JSON.stringify(readable),
    ],
  )
}

function listRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/feedback',
    id: 'listFeedback',
    summary: 'The items of a unit, oldest first',
    description:
      'Those that it handles and those that it may take; with `below=true` also those of the units below it, to read. Items that their reporters have not confirmed are left out.',
    tag: 'feedback',
    action: 'feedback.list',
    query: listQuery,
    status: 200,
    answer: pageSchema(feedbackItemSchema),
    handle: async ({ database, query, scope }) => {
      if (scope.desk.unit !== query.unit) throw new Problem(403, 'platform.forbidden')
      const rows = await listed(database, scope.desk, query)
      return page(
        rows,
        query.limit,
        (row) => row.key,
        (row) => row.item,
      )
    },
  })
}

/** An item that a desk may read, or undefined. */
async function readable(
  database: Queryable,
  id: string,
  desk: Handler,
): Promise<FeedbackItem | undefined> {
  const row = await one<{ item: FeedbackItem }>(
    database,
    'select item from feedback where id = $1',
    [id],
  )
  if (row?.item.receivedAt === undefined) return undefined
  if (isWith(row.item, desk) || mayTake(row.item, desk)) return row.item
  const below = await readableFor(database, desk)
  const { level, unit } = row.item.handler
  const seen = below === undefined || below.some((one) => one.level === level && one.unit === unit)
  return seen ? row.item : undefined
}

function itemRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/feedback/{id}/item',
    id: 'getFeedback',
    summary: 'An item, as officers see it',
    description:
      'For the desk that has it, those that may take it, and the units above. An item of others is answered like one that does not exist.',
    problems: [[404, 'platform.not-found']],
    tag: 'feedback',
    action: 'feedback.read',
    params: z.object({ id: uuidSchema }),
    status: 200,
    answer: feedbackItemSchema,
    handle: async ({ database, params, scope }) => {
      const item = await readable(database, params.id, scope.desk)
      if (item === undefined) throw new Problem(404, 'platform.not-found')
      return item
    },
  })
}

/** Feedback as officers read it: the list of their unit, and one item. */
export function staffFeedbackRoutes(app: App, services: Services): void {
  listRoute(app, services)
  itemRoute(app, services)
}
