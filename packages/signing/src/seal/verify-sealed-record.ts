import type { DoseRecord } from '@tiemchung/schemas'
import type { VerifySignatureOptions } from '../signature/judge-signer.js'
import { hostCrypto } from '../world.js'
import type { DaySeal, SealProof } from './day-seal.js'
import {
  judgeSealed,
  openSeal,
  type SealedRecord,
  type SealedRecordReport,
} from './judge-sealed.js'
import type { DaySealReport } from './verify-day-seal.js'

/** The report on a seal, and on each record that is said to be under it, in order. */
export interface SealedDayReport {
  readonly seal: DaySealReport
  readonly records: readonly SealedRecordReport[]
}

/**
 * Judges many records under one seal: the seal's signature and chain once, for each record its hashes.
 *
 * Whether all records of the seal are there is not a check: that is for `auditDay`.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date
 */
export async function verifySealedRecords(
  sealed: readonly SealedRecord[],
  seal: DaySeal,
  options: VerifySignatureOptions,
): Promise<SealedDayReport> {
  const opened = await openSeal(seal, options)
  const records: SealedRecordReport[] = []
  for (const one of sealed) {
    records.push(await judgeSealed(one, opened, options.crypto ?? hostCrypto))
  }
  return { seal: opened.report, records }
}

/**
 * Whether a record is under a facility's day seal: the seal's signature and chain, and that the record's
 * hash leads to the signed root. It needs nothing but its arguments.
 *
 * It does not establish that the record is complete or its identity matched, that the day has no other
 * records, or when the seal was made: that is the signer's own claim. Without `register`, any
 * certificate below the anchors may have signed for the facility. Without anchors the verdict is
 * `indeterminate`. For many records, `sealVerifier` judges each seal once.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date
 * @example
 * ```ts
 * import { type DaySeal, type SealProof, verifySealedRecord } from '@tiemchung/signing'
 * import type { DoseRecord } from '@tiemchung/schemas'
 * declare const record: DoseRecord
 * declare const proof: SealProof
 * declare const seal: DaySeal
 * declare const root: Uint8Array
 * const anchors = [{ certificate: root }]
 * const report = await verifySealedRecord(record, proof, seal, { anchors })
 * report.verdict // => 'valid'
 * ```
 */
export async function verifySealedRecord(
  record: DoseRecord,
  proof: SealProof,
  seal: DaySeal,
  options: VerifySignatureOptions,
): Promise<SealedRecordReport> {
  const { records } = await verifySealedRecords([{ record, proof }], seal, options)
  return records[0] as SealedRecordReport
}
