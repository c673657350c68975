/** Files on their way, piece by piece. What came is kept; what is whole becomes evidence or is thrown away. */
import { concatBytes } from '@tiemchung/core'
import type { FeedbackItem } from '@tiemchung/schemas'
import type { StartUpload, Upload } from '@tiemchung/schemas/wire'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import { policy } from './items.js'

/** After a day, what was begun and never finished is forgotten. */
const life = 24 * 3_600_000

/** An upload as it was announced, and how far it came. */
export interface Underway extends StartUpload {
  readonly offset: number
}

/** The upload of a file of an item, or undefined. */
export async function underway(
  database: Queryable,
  item: string,
  id: string,
): Promise<Underway | undefined> {
  const row = await one<{ body: StartUpload; came: string | number }>(
    database,
    `select body, (select coalesce(sum(length(bytes)), 0) from upload_piece where upload = id) as came
     from upload where id = $1 and feedback = $2`,
    [id, item],
  )
  return row === undefined ? undefined : { ...row.body, offset: Number(row.came) }
}

/** How an item's file stands, on its way or kept; undefined when nothing of it is known. */
export async function uploadOf(
  database: Queryable,
  { id: item, evidence }: FeedbackItem,
  id: string,
): Promise<Upload | undefined> {
  const kept = evidence.find((known) => known.id === id)
  if (kept !== undefined) return { offset: kept.bytes, bytes: kept.bytes, evidence: kept }
  const begun = await underway(database, item, id)
  return begun === undefined ? undefined : { offset: begun.offset, bytes: begun.bytes }
}

/**
 * Whether an item may have one file more; files on their way count, those given up long ago are forgotten first.
 *
 * @throws Problem `platform.evidence` with the word `most`
 */
export async function checkRoom(
  { world }: Services,
  database: Queryable,
  { id, evidence }: FeedbackItem,
): Promise<void> {
  const since = new Date(world.clock.now().getTime() - life).toISOString()
  await database.query('delete from upload where feedback = $1 and begun_at < $2', [id, since])
  const row = await one<{ count: string | number }>(
    database,
    'select count(*) as count from upload where feedback = $1',
    [id],
  )
  const full = evidence.length + Number(row?.count ?? 0) >= policy.evidence.most
  if (full) throw new Problem(422, 'platform.evidence', { detail: 'most' })
}

export async function begin(
  { world }: Services,
  database: Queryable,
  { item, id, body }: { readonly item: string; readonly id: string; readonly body: StartUpload },
): Promise<void> {
  const taken = await one(database, 'select id from evidence where id = $1', [id])
  if (taken !== undefined) throw new Problem(409, 'platform.conflict')
  await database.query(
    'insert into upload (id, feedback, body, begun_at) values ($1, $2, $3::jsonb, $4)',
    [id, item, JSON.stringify(body), world.clock.now().toISOString()],
  )
}

export async function addPiece(
  database: Queryable,
  id: string,
  start: number,
  bytes: Uint8Array,
): Promise<void> {
  if (bytes.length === 0) return
  await database.query('insert into upload_piece (upload, start, bytes) values ($1, $2, $3)', [
    id,
    start,
    bytes,
  ])
}

/** All bytes that came, and the upload is no more. */
export async function finish(database: Queryable, id: string): Promise<Uint8Array> {
  const rows = await database.query<{ bytes: Uint8Array }>(
    'select bytes from upload_piece where upload = $1 order by start',
    [id],
  )
  await database.query('delete from upload where id = $1', [id])
  return concatBytes(...rows.map(({ bytes }) => bytes))
}
