import { hasCode } from '@tiemchung/core'
import { feedbackPolicy9458, transition } from '@tiemchung/feedback/rules'
import type { FeedbackAction, FeedbackEvent, FeedbackItem } from '@tiemchung/schemas'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import { notify } from './notifications.js'
import { tellReporter } from './tell-reporter.js'

/** The rules by which the platform handles feedback. */
export const policy = feedbackPolicy9458

/** Bytes of what is written about an item at once; a note has 2,000 letters at most. */
export const largestText = 65_536

/** An item as the platform keeps it. */
export interface Row {
  item: FeedbackItem
  phone: string
}

/** The item, locked until the transaction ends. */
export async function load(database: Queryable, id: string): Promise<Row> {
  const row = await one<Row>(
    database,
    'select item, phone from feedback where id = $1 for update',
    [id],
  )
  if (row === undefined) throw new Problem(404, 'platform.not-found')
  return row
}

/** Writes what an item has become, tells it to those who had it, those who have it and its reporter, and gives it back. */
export async function save(
  services: Services,
  database: Queryable,
  before: FeedbackItem,
  item: FeedbackItem,
): Promise<FeedbackItem> {
  await database.query(
    'update feedback set state = $2, revision = $3, unit = $4, item = $5::jsonb where id = $1',
    [item.id, item.state, item.revision, item.handler.unit, JSON.stringify(item)],
  )
  await notify(services, database, before, item)
  await tellReporter(services, database, item)
  return item
}

/**
 * The item after an action: the next state, one revision on, one event more.
 *
 * @throws Problem `platform.conflict` with the item as it stands, when its state does not allow the action
 */
export function after(
  services: Services,
  item: FeedbackItem,
  action: FeedbackAction,
  more: Partial<Omit<FeedbackEvent, 'at' | 'action' | 'state'>> = {},
): FeedbackItem {
  const state = nextOf(item, action)
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

function nextOf(item: FeedbackItem, action: FeedbackAction): FeedbackItem['state'] {
  try {
    return transition(item.state, action)
  } catch (caught) {
    if (!hasCode(caught, 'feedback.transition')) throw caught
    throw new Problem(409, 'platform.conflict', { current: item })
  }
}
