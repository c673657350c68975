/** What is told of items: one row a change, in the order in which changes were committed. */
import type { FeedbackItem, Handler } from '@tiemchung/schemas'
import type { FeedbackNotification } from '@tiemchung/schemas/wire'
import type { Queryable } from '../database/database.js'
import type { Services } from '../services.js'

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
