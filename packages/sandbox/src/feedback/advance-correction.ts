/** What an approval leads to, entered by the platform itself as it happens. */
import { isCorrected } from '@tiemchung/feedback/rules'
import type { Correction, FeedbackItem } from '@tiemchung/schemas'
import type { Queryable } from '../database/database.js'
import type { Services } from '../services.js'
import { amendmentOf } from './amendment.js'
import { stepsDone } from './correction-steps.js'
import { after, load, save } from './items.js'

const firstOf = `coalesce(document->'amends'->>'firstRecordId', id::text)`

/** Approved items that a record of the same chain corrects: by the amendment that names them, or that they name. */
async function itemsAbout(
  database: Queryable,
  recordIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await database.query<{ id: string }>(
    `with first as (select ${firstOf} as id from record where id = any($1::uuid[])),
     amendment as (
       select id::text, document->'amends'->>'feedbackId' as feedback from record
       where document->'amends'->>'firstRecordId' in (select id from first))
     select id from feedback where state = 'approved' and (
       item->>'amendmentId' in (select id from amendment) or
       id::text in (select feedback from amendment)) order by id`,
    [recordIds],
  )
  return rows.map(({ id }) => id)
}

/** An item with one step more. */
export function withStep(
  services: Services,
  item: FeedbackItem,
  done: Omit<Correction, 'at'>,
  more: { readonly officer?: string } = {},
): FeedbackItem {
  const next = after(services, item, 'correct', { ...more, step: done.step })
  const at = services.world.clock.now().toISOString()
  return { ...next, correction: [...item.correction, { ...done, at }] }
}

/**
 * Enters the steps that were done for an approved item, and resolves it when all are. Nothing is entered twice,
 * and an item without an amendment stays as it is.
 */
export async function advanceCorrection(
  services: Services,
  database: Queryable,
  id: string,
): Promise<FeedbackItem> {
  let { item } = await load(database, id)
  const amendment = item.state === 'approved' ? await amendmentOf(database, item) : undefined
  if (amendment === undefined) return item
  const entered = new Set(item.correction.map(({ step }) => step))
  for (const done of await stepsDone(database, amendment)) {
    if (entered.has(done.step)) continue
    const next = { ...withStep(services, item, done), amendmentId: amendment.id }
    item = await save(services, database, item, next)
  }
  if (!isCorrected(item)) return item
  return save(services, database, item, after(services, item, 'resolve'))
}

/** Enters what has happened to records, or to the certificates that rest on them, in the items about them. */
export async function advanceCorrections(
  services: Services,
  database: Queryable,
  recordIds: readonly string[],
): Promise<void> {
  for (const id of await itemsAbout(database, recordIds)) {
    await advanceCorrection(services, database, id)
  }
}
