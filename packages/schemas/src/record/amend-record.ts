import { type Clock, canonicalBytes, InputError, toHex, type Uuid } from '@tiemchung/core'
import type { CryptoProvider, MaybePromise } from '@tiemchung/core/crypto'
import { errorCatalogue } from '../errors.js'
import type { AmendmentReason, DoseRecord } from './dose-record.js'

/** What an amendment changes: parts of the person, parts of the dose. */
export interface RecordChanges {
  readonly person?: Partial<DoseRecord['person']>
  readonly dose?: Partial<DoseRecord['dose']>
}

/** Who amends, why, and under which new id. */
export interface AmendmentDetails {
  /** Id of the amendment, chosen by its sender. */
  readonly id: Uuid
  readonly reason: AmendmentReason
  readonly by: string
  readonly clock: Clock
  readonly crypto: CryptoProvider
  readonly feedbackId?: Uuid
}

/** SHA-256 of a record's canonical JSON in hex: what amendments and minutes point at it by. */
export function hashRecord(record: DoseRecord, crypto: CryptoProvider): MaybePromise<string> {
  const digest = crypto.digest('SHA-256', canonicalBytes(record))
  return digest instanceof Uint8Array ? toHex(digest) : digest.then(toHex)
}

/**
 * A new record that replaces another. The old one is left as it is; the new one is unmatched again and
 * unsigned, because both rested on what has changed.
 *
 * @throws InputError `schema.amends-itself` for an id that the record or one before it has
 * @example
 * ```ts
 * import { systemClock, systemRandom, uuidv7 } from '@tiemchung/core'
 * import { systemCrypto } from '@tiemchung/core/crypto'
 * import { amendRecord, type DoseRecord } from '@tiemchung/schemas'
 * declare const record: DoseRecord
 * const world = { clock: systemClock, random: systemRandom }
 * const amendment = await amendRecord(
 *   record,
 *   { person: { sex: 'female' } },
 *   { id: uuidv7(world), reason: 'feedback', by: 'station-01', clock: systemClock, crypto: systemCrypto },
 * )
 * amendment.amends?.recordId // => record.id
 * ```
 */
export async function amendRecord(
  record: DoseRecord,
  changes: RecordChanges,
  details: AmendmentDetails,
): Promise<DoseRecord> {
  const { id } = details
  if (id === record.id || id === record.amends?.recordId || id === record.amends?.firstRecordId) {
    throw new InputError(errorCatalogue, 'schema.amends-itself', { path: ['id'] })
  }
  return {
    ...record,
    id,
    person: { ...record.person, ...changes.person },
    dose: { ...record.dose, ...changes.dose },
    identity: { status: 'pending' },
    enteredAt: details.clock.now().toISOString(),
    enteredBy: details.by,
    amends: {
      recordId: record.id,
      hash: await hashRecord(record, details.crypto),
      firstRecordId: record.amends?.firstRecordId ?? record.id,
      reason: details.reason,
      ...(details.feedbackId === undefined ? {} : { feedbackId: details.feedbackId }),
    },
  }
}
