import { type CivilDate, formatInstant, InputError, toHex, type Uuid } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import type { Minutes } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import { recordHash } from '../record/record-hash.js'
import { hostCrypto } from '../world.js'

/** What minutes are drawn up from. */
export interface MinutesInput {
  readonly id: Uuid
  readonly facility: string
  readonly date: CivilDate
  readonly ledBy: Minutes['ledBy']
  readonly parties: Minutes['parties']
  readonly records: readonly DoseRecord[]
  readonly concludedAt: Date
  readonly crypto?: CryptoProvider
}

/**
 * Draws up minutes (biên bản) in which the parties confirm records that a facility cannot sign yet
 * (9438/BYT-CNTT). They name each record by its hash.
 *
 * They are evidence, not a signature: the parties sign the printed paper by hand, and nothing in the
 * document proves that they did. Whether minutes are allowed here is for `checkMinutes`.
 *
 * @throws InputError `signing.minutes.empty` without records or without parties, `input.json-canonical`
 */
export async function drawUpMinutes(input: MinutesInput): Promise<Minutes> {
  const { id, facility, date, ledBy, parties, crypto = hostCrypto } = input
  if (input.records.length === 0 || parties.length === 0) {
    throw new InputError(errorCatalogue, 'signing.minutes.empty')
  }
  const records: Minutes['records'] = []
  for (const record of input.records) {
    records.push({ recordId: record.id, hash: toHex(await recordHash(record, crypto)) })
  }
  const concludedAt = formatInstant(input.concludedAt)
  return { format: 'minutes/1', id, facility, date, ledBy, parties, records, concludedAt }
}
