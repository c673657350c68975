/** Do the records before an amendment lead, hash by hash, to the first one, with no fork and no hole? */
import { toHex } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import { recordHash } from './record-hash.js'

/** What an amendment says of the record that it replaces, as far as it can be read. */
interface Replaced {
  readonly recordId: unknown
  readonly firstRecordId: unknown
  readonly hash: unknown
}

function replacedBy(record: DoseRecord): Replaced | undefined {
  const amends: unknown = record.amends
  if (amends === undefined) return undefined
  return typeof amends === 'object' && amends !== null
    ? (amends as Replaced)
    : { recordId: undefined, firstRecordId: undefined, hash: undefined }
}

function byId(records: readonly DoseRecord[]): ReadonlyMap<unknown, DoseRecord> | undefined {
  const known = new Map<unknown, DoseRecord>(records.map((record) => [record.id, record]))
  return known.size === records.length ? known : undefined
}

/**
 * Why a record and those before it are no chain; undefined when they are. `earlier` in any order.
 *
 * Each amendment must name the one before it by id and hash, all of them the same first record, and the first
 * must amend nothing. A record that is not on the way is a fork or a stranger, and one that is missing a hole.
 */
export async function chainFault(
  record: DoseRecord,
  earlier: readonly DoseRecord[],
  crypto: CryptoProvider,
): Promise<string | undefined> {
  const known = byId(earlier)
  if (known === undefined || known.has(record.id)) return 'twice'
  const first = replacedBy(record)?.firstRecordId ?? record.id
  const passedBy = new Set<unknown>()
  let at = record
  for (let next = replacedBy(at); next !== undefined; next = replacedBy(at)) {
    const before = known.get(next.recordId)
    if (before === undefined || passedBy.has(before.id)) return 'hole'
    if (next.hash !== toHex(await recordHash(before, crypto))) return 'hash-differs'
    if (next.firstRecordId !== first) return 'other-first-record'
    if (before.dose.facility !== record.dose.facility) return 'other-facility'
    passedBy.add(before.id)
    at = before
  }
  if (at.id !== first) return 'other-first-record'
  return passedBy.size === known.size ? undefined : 'fork'
}
