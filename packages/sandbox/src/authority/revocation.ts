import {
  revocationEntryFor,
  type RevocationGroup,
  type RevocationListDocument,
} from '@tiemchung/certificates/revocation'
import type { Queryable } from '../database/database.js'
import type { Services } from '../services.js'

const hour = 3_600_000

/** The group that would revoke a certificate, kept beside it from the day it is issued. */
export function revocationHashesFor(text: string): Promise<RevocationGroup> {
  return revocationEntryFor(text)
}

/** The list of what is revoked now; stale after a day. */
export async function revocationListOf(
  services: Services,
  database: Queryable,
): Promise<RevocationListDocument> {
  const rows = await database.query<{ revocation_hashes: RevocationGroup }>(
    'select revocation_hashes from certificate where revoked_at is not null order by id',
  )
  const now = services.world.clock.now()
  return {
    format: 'revocation-list/1',
    version: String(rows.length),
    issuedAt: now.toISOString(),
    nextUpdate: new Date(now.getTime() + 24 * hour).toISOString(),
    groups: rows.map((row) => row.revocation_hashes),
  }
}
