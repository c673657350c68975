import { checkEvidence, sniffMediaType } from '@tiemchung/feedback/rules'
import { type Evidence, evidenceSchema, type FeedbackItem } from '@tiemchung/schemas'
import type { Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import { after, policy, save } from './items.js'
import { asCitizen } from './own-item.js'

/** What the sender says of a file. */
export interface Claimed {
  readonly mediaType: string | undefined
  /** Digest in hex. */
  readonly sha256: string | undefined
}

/**
 * What is known of bytes as evidence.
 *
 * @throws Problem `platform.evidence`: with its issues, when they are none; with a word, when they are not what
 *   the sender says
 */
export function evidenceIn(
  { world }: Services,
  id: string,
  bytes: Uint8Array,
  claimed: Claimed,
): Evidence {
  const issues = checkEvidence(bytes, policy)
  if (issues.length > 0) throw new Problem(422, 'platform.evidence', { issues })
  const mediaType = sniffMediaType(bytes)
  if (mediaType !== claimed.mediaType) {
    throw new Problem(422, 'platform.evidence', { detail: 'media-type' })
  }
  const sha256 = world.hash(bytes)
  if (sha256 !== claimed.sha256) throw new Problem(422, 'platform.evidence', { detail: 'digest' })
  return evidenceSchema.parse({ id, mediaType, bytes: bytes.length, sha256 })
}

/** Puts a file with an item, whose state must still allow it. */
export async function keepEvidence(
  services: Services,
  database: Queryable,
  item: FeedbackItem,
  {
    evidence,
    bytes,
    by,
  }: {
    readonly evidence: Evidence
    readonly bytes: Uint8Array
    readonly by: { readonly officer?: string }
  },
): Promise<void> {
  const next = asCitizen(() => after(services, item, 'attach', by))
  await database.query(
    'insert into evidence (id, feedback, body, bytes) values ($1, $2, $3::jsonb, $4)',
    [evidence.id, item.id, JSON.stringify(evidence), bytes],
  )
  await save(services, database, item, { ...next, evidence: [...item.evidence, evidence] })
}
