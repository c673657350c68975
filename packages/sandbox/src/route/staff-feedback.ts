import { isWith, mayTake } from '@tiemchung/feedback/rules'
import {
  type FeedbackAction,
  type FeedbackDecision,
  type FeedbackItem,
  feedbackItemSchema,
  feedbackStateSchema,
  type Handler,
  uuidSchema,
} from '@tiemchung/schemas'
import {
  decideFeedbackSchema,
  pageSchema,
  resolveFeedbackSchema,
  takeFeedbackSchema,
} from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { keyOf, page, pageQuery } from '../app/page.js'
import type { Queryable } from '../database/database.js'
import { after, load, save } from '../feedback/items.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

/** The item that an officer acts on, if they may and nobody acted on it since. */
async function mine(
  database: Queryable,
  id: string,
  revision: number,
  mayAct: (item: FeedbackItem) => boolean,
): Promise<FeedbackItem> {
  const { item } = await load(database, id)
  if (!mayAct(item)) throw new Problem(403, 'platform.forbidden')
  if (item.revision !== revision) throw new Problem(409, 'platform.conflict', { current: item })
  return item
}

const actionOf: Readonly<Record<FeedbackDecision['outcome'], FeedbackAction>> = {
  approved: 'approve',
  later: 'postpone',
  rejected: 'reject',
}

function listRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/feedback',
    id: 'listFeedback',
    summary: 'The items of a unit, oldest first',
    description:
      'Those that it handles and those that it may take. Items that their reporters have not confirmed yet are left out.',
    tag: 'feedback',
    action: 'feedback.read',
    query: z.object({ ...pageQuery, unit: z.string(), state: feedbackStateSchema.optional() }),
    status: 200,
    answer: pageSchema(feedbackItemSchema),
    handle: async ({ database, query, scope }) => {
      if (scope.desk.unit !== query.unit) throw new Problem(403, 'platform.forbidden')
      const rows = await database.query<{ key: string; item: FeedbackItem }>(
        `select id::text as key, item from feedback
         where (item->'handler' = $1::jsonb or item->'openTo' @> jsonb_build_array($1::jsonb))
           and id::text > $2 and ($3::text is null or state = $3) and state <> 'awaiting-code'
         order by id::text limit $4`,
        [JSON.stringify(scope.desk), keyOf(query.cursor), query.state ?? null, query.limit + 1],
      )
      return page(
        rows,
        query.limit,
        (row) => row.key,
        (row) => row.item,
      )
    },
  })
}

/** Who acts, and for whom. */
interface Officer {
  readonly officer: string
  readonly desk: Handler
}

/** What an officer does to an item: the body says it, `next` is the item that comes of it. */
interface Act<Body extends z.ZodType> {
  readonly verb: string
  readonly id: string
  readonly summary: string
  readonly description: string
  readonly body: Body
  readonly mayAct: (item: FeedbackItem, desk: Handler) => boolean
  readonly next: (item: FeedbackItem, body: z.output<Body>, by: Officer) => FeedbackItem
}

function actRoute<Body extends z.ZodType<{ revision: number }>>(
  app: App,
  services: Services,
  { verb, id, summary, description, body, mayAct, next }: Act<Body>,
): void {
  addOperation(app, services, {
    method: 'post',
    path: `/v1/feedback/{id}/${verb}`,
    id,
    summary,
    description,
    problems: [
      [404, 'platform.not-found'],
      [409, 'platform.conflict'],
    ],
    tag: 'feedback',
    action: 'feedback.handle',
    params: z.object({ id: uuidSchema }),
    body,
    status: 200,
    answer: feedbackItemSchema,
    handle: async ({ database, params, body: given, account, scope }) => {
      const { desk } = scope
      const item = await mine(database, params.id, given.revision, (one) => mayAct(one, desk))
      return save(database, next(item, given, { officer: account.name, desk }))
    },
  })
}

/** Feedback as officers see it: the list of their unit, and what they do to an item. */
export function staffFeedbackRoutes(app: App, services: Services): void {
  listRoute(app, services)
  actRoute(app, services, {
    verb: 'take',
    id: 'takeFeedback',
    summary: 'Take an item into review',
    description: 'The revision says which state the officer saw; another one is a conflict.',
    body: takeFeedbackSchema,
    mayAct: mayTake,
    next: ({ openTo, ...item }, _, { officer, desk }) => {
      const picked = openTo === undefined ? {} : { handler: desk }
      return after(services, item, 'take', { officer, ...picked })
    },
  })
  actRoute(app, services, {
    verb: 'decision',
    id: 'decideFeedback',
    summary: 'Decide',
    description:
      'Approve, postpone or reject; a rejection names one of the reasons of 9458/BYT-CNTT.',
    body: decideFeedbackSchema,
    mayAct: isWith,
    next: (item, { decision }, { officer }) =>
      after(services, item, actionOf[decision.outcome], { officer, decision }),
  })
  actRoute(app, services, {
    verb: 'resolution',
    id: 'resolveFeedback',
    summary: 'Say which amendment it led to',
    description: 'Closes an approved item. The amendment itself is a signed record.',
    body: resolveFeedbackSchema,
    mayAct: isWith,
    next: (item, given, { officer }) => ({
      ...after(services, item, 'resolve', { officer }),
      amendmentId: given.amendmentId,
    }),
  })
}
