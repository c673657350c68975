/** The amendment that sets right what an item reports. */
import type { DoseRecord, FeedbackItem } from '@tiemchung/schemas'
import { one, type Queryable } from '../database/database.js'

interface Row {
  readonly document: DoseRecord
  readonly signed: boolean
}

/** An amendment that the platform has accepted, and whether it is signed or under a seal. */
export type Amendment = DoseRecord & {
  readonly amends: NonNullable<DoseRecord['amends']>
  readonly signed: boolean
}

const columns = 'document, (jws is not null or seal is not null) as signed'

/** Whether it amends what the item is about: the record that it names, or one of the facility that it names. */
async function isAbout(
  database: Queryable,
  { request }: FeedbackItem,
  { amends, dose }: Amendment,
): Promise<boolean> {
  if (request.recordId === undefined) {
    return request.facility === undefined || request.facility === dose.facility
  }
  if (request.recordId === amends.firstRecordId) return true
  const named = await one<{ first: string | null }>(
    database,
    `select document->'amends'->>'firstRecordId' as first from record where id = $1`,
    [request.recordId],
  )
  return named?.first === amends.firstRecordId
}

async function fitting(
  database: Queryable,
  item: FeedbackItem,
  row: Row | undefined,
): Promise<Amendment | undefined> {
  if (row?.document.amends === undefined) return undefined
  const amendment = { ...row.document, amends: row.document.amends, signed: row.signed }
  return (await isAbout(database, item, amendment)) ? amendment : undefined
}

/** The amendment under an id, when it amends what the item is about. */
export async function amendmentUnder(
  database: Queryable,
  item: FeedbackItem,
  id: string,
): Promise<Amendment | undefined> {
  const row = await one<Row>(database, `select ${columns} from record where id = $1`, [id])
  return fitting(database, item, row)
}

/** The amendment of an item: the one that it names, or else the first that names it. */
export async function amendmentOf(
  database: Queryable,
  item: FeedbackItem,
): Promise<Amendment | undefined> {
  if (item.amendmentId !== undefined) return amendmentUnder(database, item, item.amendmentId)
  const rows = await database.query<Row>(
    `select ${columns} from record where document->'amends'->>'feedbackId' = $1
     order by received_at, id`,
    [item.id],
  )
  for (const row of rows) {
    const found = await fitting(database, item, row)
    if (found !== undefined) return found
  }
  return undefined
}
