import { feedbackPolicy9458, transition } from '@tiemchung/feedback/rules'
import type { FeedbackAction, FeedbackEvent, FeedbackItem } from '@tiemchung/schemas'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

/** The rules by which the platform handles feedback. */
export const policy = feedbackPolicy9458

/** An item as the platform keeps it. */
export interface Row {
  item: FeedbackItem
  phone: string
  code_hash: string | null
  tries: number
}

/** The item, locked until the transaction ends. */
export async function load(database: Queryable, id: string): Promise<Row> {
  const row = await one<Row>(
    database,
    'select item, phone, code_hash, tries from feedback where id = $1 for update',
    [id],
  )
  if (row === undefined) throw new Problem(404, 'platform.not-found')
  return row
}

/** Writes the next state of an item, and gives it back. */
export async function save(database: Queryable, item: FeedbackItem): Promise<FeedbackItem> {
  await database.query(
    'update feedback set state = $2, revision = $3, unit = $4, item = $5::jsonb where id = $1',
    [item.id, item.state, item.revision, item.handler.unit, JSON.stringify(item)],
  )
  return item
}

/** The item after an action: the next state, one revision on, one event more. */
export function after(
  services: Services,
  item: FeedbackItem,
  action: FeedbackAction,
  more: Partial<Omit<FeedbackEvent, 'at' | 'action' | 'state'>> = {},
): FeedbackItem {
  const state = transition(item.state, action)
  const at = services.world.clock.now().toISOString()
  return {
    ...item,
    state,
    revision: item.revision + 1,
    ...(more.decision === undefined ? {} : { decision: more.decision }),
    ...(more.handler === undefined ? {} : { handler: more.handler }),
    events: [...item.events, { at, action, state, ...more }],
  }
}
