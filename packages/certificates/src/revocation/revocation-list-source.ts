import { parseInstant } from '@tiemchung/core'
import type { RevocationSource } from '../verify/index.js'
import type { PackedGroup } from './revocation-group.js'
import { indexOf, isListed } from './revocation-index.js'
import { readRevocationList } from './revocation-list.js'

/** A loaded list: look-ups cost one hash for each type that the list uses under the key. */
export interface RevocationList extends RevocationSource {
  readonly version: string
  readonly issuedAt: Date
  readonly nextUpdate: Date
}

/**
 * Answers from hashes: `listed`, else `not-listed` until the next update is due, then `stale`. No instant counts
 * that lies before one that was `seen`: a clock that was set back makes nothing fresh.
 */
export function statusFrom(
  groups: readonly PackedGroup[],
  nextUpdate: Date,
  seen?: Date,
): RevocationSource['statusOf'] {
  const index = indexOf(groups)
  const due = nextUpdate.getTime()
  const isOverdue = seen !== undefined && !(seen.getTime() < due)
  return async (subject, at, crypto) => {
    if (await isListed(index, subject, crypto)) return 'listed'
    return at.getTime() < due && !isOverdue ? 'not-listed' : 'stale'
  }
}

/**
 * A revocation list, ready for `verifyCertificate`.
 *
 * A listed certificate stays revoked when the list grows old; one that is not listed is `stale` from
 * the instant of the next update on.
 *
 * @throws ParseError `certificate-revocation.list`
 * @example
 * ```ts
 * import { type TrustStore, verifyCertificate } from '@tiemchung/certificates'
 * import { loadRevocationList } from '@tiemchung/certificates/revocation'
 * const check = (text: string, trust: TrustStore, json: string, at: Date) =>
 *   verifyCertificate(text, { trust, at, revocation: loadRevocationList(JSON.parse(json)) })
 * ```
 */
export function loadRevocationList(document: unknown): RevocationList {
  const { document: list, groups } = readRevocationList(document)
  const nextUpdate = parseInstant(list.nextUpdate)
  return {
    version: list.version,
    issuedAt: parseInstant(list.issuedAt),
    nextUpdate,
    statusOf: statusFrom(groups, nextUpdate),
  }
}
