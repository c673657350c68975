/** A citizen's own item: shown to those who have its reference and its reporter's phone. */
import type { FeedbackItem } from '@tiemchung/schemas'
import * as z from 'zod'
import type { AppContext } from '../app/operation-spec.js'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import type { Row } from './items.js'

/** The headers by which a citizen is known. */
export const ownHeaders = z.object({
  'x-feedback-reference': z.string(),
  'x-feedback-phone': z.string(),
})

/** The same where a session does as well. */
export const ownOrSessionHeaders = ownHeaders.partial()

/** What a citizen sees: not which officer did what. */
export const forCitizen = (item: FeedbackItem): FeedbackItem => ({
  ...item,
  events: item.events.map(({ officer: _, ...event }) => event),
})

/** A reference that none is. */
const none = 'AAAA-AAAA-AAAA'

/**
 * The item.
 *
 * @throws Problem `platform.not-found`, the same and after the same work for no item, another's reference and
 *   another's phone
 */
export async function ownItem(
  { world }: Pick<Services, 'world'>,
  database: Queryable,
  id: string,
  context: AppContext,
): Promise<FeedbackItem> {
  const row = await one<Row>(database, 'select item, phone from feedback where id = $1', [id])
  const reference = context.req.header('x-feedback-reference') ?? ''
  const phone = context.req.header('x-feedback-phone') ?? ''
  const same = (kept: string, given: string) => world.same(world.hash(kept), world.hash(given))
  const right = [same(row?.item.reference ?? none, reference), same(row?.phone ?? none, phone)]
  if (row === undefined || right.includes(false)) throw new Problem(404, 'platform.not-found')
  return row.item
}

/**
 * The item of a reference, for whoever has lost its id or never had it.
 *
 * @throws Problem `platform.not-found`, the same for no item and for another's phone
 */
export async function itemByReference(
  database: Queryable,
  context: AppContext,
): Promise<FeedbackItem> {
  const reference = context.req.header('x-feedback-reference') ?? ''
  const phone = context.req.header('x-feedback-phone') ?? ''
  const row = await one<Row>(
    database,
    'select item, phone from feedback where reference = $1 and phone = $2',
    [reference, phone],
  )
  if (row === undefined) throw new Problem(404, 'platform.not-found')
  return row.item
}

/** What a citizen does to an item; a conflict shows it as a citizen sees it. */
export function asCitizen(act: () => FeedbackItem): FeedbackItem {
  try {
    return act()
  } catch (caught) {
    if (!(caught instanceof Problem) || caught.code !== 'platform.conflict') throw caught
    const current = forCitizen(caught.details.current as FeedbackItem)
    throw new Problem(409, 'platform.conflict', { current })
  }
}
