/** What is told of items: one row a change, in the order in which changes were committed. */
import type { FeedbackItem, Handler } from '@tiemchung/schemas'
import type { FeedbackNotification } from '@tiemchung/schemas/wire'
import { one, type Queryable } from '../database/database.js'
import type { Services } from '../services.js'

/** A notification and its number, which grows. */
export interface Numbered {
  readonly number: number
  readonly notification: FeedbackNotification
}

/** The lock under which numbers are given, so that a smaller one is never committed after a greater one. */
const lockNumber = 9458

const desksOf = ({ handler, openTo = [] }: FeedbackItem): readonly Handler[] => [handler, ...openTo]

/** Writes down what happened to an item that its reporter has confirmed. */
export async function notify(
  { world }: Services,
  database: Queryable,
  before: FeedbackItem,
  item: FeedbackItem,
): Promise<void> {
  const event = item.events.at(-1)
  if (item.receivedAt === undefined || event === undefined) return
  const notification: FeedbackNotification = {
    type: 'feedback.changed',
    timestamp: event.at,
    data: {
      id: item.id,
      action: event.action,
      state: item.state,
      revision: item.revision,
      handler: item.handler,
    },
  }
  await database.query('select pg_advisory_xact_lock($1)', [lockNumber])
  await database.query(
    'insert into feedback_notification (id, desks, body) values ($1, $2::jsonb, $3::jsonb)',
    [
      world.newId(),
      JSON.stringify([...desksOf(before), ...desksOf(item)]),
      JSON.stringify(notification),
    ],
  )
}

interface Row {
  readonly number: string | number
  readonly body: FeedbackNotification
}

/** What a desk is told behind a number, oldest first. */
export async function notificationsFor(
  database: Queryable,
  desk: Handler,
  behind: number,
  most: number,
): Promise<readonly Numbered[]> {
  const rows = await database.query<Row>(
    `select number, body from feedback_notification
     where number > $1 and desks @> jsonb_build_array($2::jsonb) order by number limit $3`,
    [behind, JSON.stringify(desk), most],
  )
  return rows.map(({ number, body }) => ({ number: Number(number), notification: body }))
}

/** The number of the newest notification; 0 when there is none. */
export async function newestNumber(database: Queryable): Promise<number> {
  const row = await one<{ newest: string | number | null }>(
    database,
    'select max(number) as newest from feedback_notification',
  )
  return Number(row?.newest ?? 0)
}
