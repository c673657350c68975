import { type AbortSignalLike, canonicalBytes, InputError } from '@tiemchung/core'
import { type CryptoProvider, isPending, type Signer } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import { signDocument } from '../jws/sign-document.js'
import { belongsTo } from '../record/record-of.js'
import { hostCrypto } from '../world.js'
import { type CompactDaySeal, type SealProof, sealHash } from './day-seal.js'
import { type SealPlace, sealContent } from './seal-content.js'
import { proofsOf, rootOf, sealTree } from './seal-tree.js'

/** What goes under a seal. */
export interface SealDayInput extends SealPlace {
  /** The order is kept: it is the order of the leaves. */
  readonly records: readonly DoseRecord[]
}

/** How a day is sealed. */
export interface SealDayOptions {
  /** The signing time that the seal claims, cut to the second. */
  readonly at: Date
  readonly crypto?: CryptoProvider
  readonly signal?: AbortSignalLike
}

/** A seal, and for each record, in order, the proof that it is under it. */
export interface SealedDay {
  readonly seal: CompactDaySeal
  readonly proofs: readonly SealProof[]
}

function checkInput({ facility, date, records }: SealDayInput): void {
  if (records.length === 0) throw new InputError(errorCatalogue, 'signing.seal.empty')
  const seen = new Set<string>()
  for (const [index, record] of records.entries()) {
    const details = { path: ['records', index], params: { index } }
    if (!belongsTo(record, facility, date)) {
      throw new InputError(errorCatalogue, 'signing.seal.foreign-record', details)
    }
    if (seen.has(record.id)) throw new InputError(errorCatalogue, 'signing.seal.duplicate', details)
    seen.add(record.id)
  }
}

async function hashesOf(
  records: readonly DoseRecord[],
  crypto: CryptoProvider,
): Promise<readonly Uint8Array[]> {
  const hashes: Uint8Array[] = []
  for (const record of records) {
    const hash = crypto.digest('SHA-256', canonicalBytes(record))
    hashes.push(isPending(hash) ? await hash : hash)
  }
  return hashes
}

/**
 * Seals a facility's day: one signature over the Merkle root of its records, and a proof for each
 * record that verifies alone.
 *
 * Late records get a further seal, which points at the one before (`after`). A seal says that these records
 * were there when it was made, not that there were no others, and not that they are complete or matched. Keep
 * each record byte for byte: one changed character and its proof no longer holds.
 *
 * @throws InputError `signing.seal.empty`, `signing.seal.duplicate`, `signing.seal.foreign-record`,
 *   `signing.seal.previous`, `signing.algorithm`, `signing.instant`, `input.json-canonical`
 * @throws SigningError `signing.no-certificate`, `signing.key-mismatch`, `signing.answer`,
 *   `signing.unavailable`, and what the signer throws
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { type Signer, sealDay } from '@tiemchung/signing'
 * import type { DoseRecord } from '@tiemchung/schemas'
 * declare const records: DoseRecord[]
 * declare const signer: Signer
 * const day = { facility: '01001', date: parseCivilDate('2022-05-20'), records }
 * const { seal, proofs } = await sealDay(day, signer, { at: new Date('2022-05-20T10:00:00Z') })
 * ```
 */
export async function sealDay(
  input: SealDayInput,
  signer: Signer,
  options: SealDayOptions,
): Promise<SealedDay> {
  checkInput(input)
  const { facility, date, records } = input
  const crypto = options.crypto ?? hostCrypto
  const tree = await sealTree(await hashesOf(records, crypto), crypto)
  const content = await sealContent(input, { size: records.length, root: rootOf(tree) }, crypto)
  const jws = await signDocument(content, 'day-seal+jws', signer, options, crypto)
  const seal: CompactDaySeal = { format: 'day-seal/1', facility, date, jws }
  const ids = records.map(({ id }) => id)
  return { seal, proofs: proofsOf(tree, ids, await sealHash(seal, crypto)) }
}
