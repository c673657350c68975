/** Which steps of a correction were done, read off records and certificates. */
import type { Uuid } from '@tiemchung/core'
import type { Correction, CorrectionStep } from '@tiemchung/schemas'
import { courseAfter } from '../certificate/courses.js'
import type { Queryable } from '../database/database.js'
import type { Amendment } from './amendment.js'

type Done = Omit<Correction, 'at'>

interface ChainRow {
  readonly id: string
  readonly amends: string | null
  readonly superseded_by: string | null
}

interface Certificate {
  readonly id: Uuid
  readonly record: string
  readonly revoked: boolean
}

const step = (
  name: CorrectionStep,
  outcome: Correction['outcome'],
  made?: Uuid,
): readonly Done[] => [{ step: name, outcome, ...(made === undefined ? {} : { made }) }]

const doneIf = (done: boolean): Correction['outcome'] => (done ? 'done' : 'not-needed')

/** The records before an amendment, nearest first. */
function before(amendment: Amendment, chain: readonly ChainRow[]): ReadonlySet<string> {
  const amendsOf = new Map(chain.map(({ id, amends }) => [id, amends]))
  const found = new Set<string>()
  let next: string | null | undefined = amendment.amends.recordId
  while (typeof next === 'string' && !found.has(next)) {
    found.add(next)
    next = amendsOf.get(next)
  }
  return found
}

async function certificatesOn(
  database: Queryable,
  chain: readonly ChainRow[],
): Promise<readonly Certificate[]> {
  return database.query<Certificate>(
    `select certificate.id, record, revoked_at is not null as revoked from certificate_record
     join certificate on certificate.id = certificate_record.certificate
     where record = any($1::uuid[]) order by certificate.id`,
    [chain.map(({ id }) => id)],
  )
}

/** The newest record is no complete course any more: there is nothing to certify. */
async function nothingToIssue(database: Queryable, chain: readonly ChainRow[]): Promise<boolean> {
  const newest = chain.find((row) => row.superseded_by === null)
  return newest === undefined || (await courseAfter(database, [newest.id])) === undefined
}

async function certificateSteps(
  database: Queryable,
  amendment: Amendment,
): Promise<readonly Done[]> {
  const chain = await database.query<ChainRow>(
    `select id, amends, superseded_by from record
     where id = $1::uuid or document->'amends'->>'firstRecordId' = $1::text`,
    [amendment.amends.firstRecordId],
  )
  const earlier = before(amendment, chain)
  const certificates = await certificatesOn(database, chain)
  const old = certificates.filter(({ record }) => earlier.has(record))
  if (old.length === 0) return [...step('reissued', 'not-needed'), ...step('revoked', 'not-needed')]
  const fresh = certificates.find(({ record, revoked }) => !earlier.has(record) && !revoked)
  const none = fresh === undefined && (await nothingToIssue(database, chain))
  return [
    ...(fresh === undefined ? [] : step('reissued', 'done', fresh.id)),
    ...(none ? step('reissued', 'not-needed') : []),
    ...(old.every(({ revoked }) => revoked) ? step('revoked', 'done', old.at(-1)?.id) : []),
  ]
}

/**
 * The steps that were done, in their order. An identity that needs no match, minutes in place of a signature and
 * a dose without a certificate leave nothing to do.
 */
export async function stepsDone(
  database: Queryable,
  amendment: Amendment,
): Promise<readonly Done[]> {
  return [
    ...step('amended', 'done', amendment.id),
    ...step('matched', doneIf(amendment.identity.status === 'matched')),
    ...step('signed', doneIf(amendment.signed)),
    ...(await certificateSteps(database, amendment)),
  ]
}
