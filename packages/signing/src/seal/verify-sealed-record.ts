import { type Check, failed, fromHex, passed, type Report, verdictOf } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import { inOrder } from '../jws/in-order.js'
import type { VerifySignatureOptions } from '../jws/judge-signature.js'
import { belongsTo, recordFault } from '../record/record-of.js'
import { hostCrypto } from '../world.js'
import { type DaySeal, isSealProof, type SealContent, type SealProof } from './day-seal.js'
import { verifyInclusion } from './merkle.js'
import { leafOf } from './seal-day.js'
import { type DaySealReport, daySealCheckIds, verifyDaySeal } from './verify-day-seal.js'

/** The checks of a sealed record, in the order of the report. */
export const sealedRecordCheckIds = [
  ...daySealCheckIds,
  'record.schema',
  'record.facility-and-day',
  'record.inclusion',
] as const

/** One of the checks of a sealed record. */
export type SealedRecordCheckId = (typeof sealedRecordCheckIds)[number]
type RecordCheck = Check<SealedRecordCheckId>

/** A record with its proof. */
export interface SealedRecord {
  readonly record: DoseRecord
  readonly proof: SealProof
}

/** The report on a sealed record. `record` is there only when the verdict is `valid`. */
export type SealedRecordReport = Report<SealedRecordCheckId> &
  (
    | { readonly verdict: 'valid'; readonly record: DoseRecord }
    | { readonly verdict: 'invalid' | 'indeterminate'; readonly record?: never }
  )

const required = sealedRecordCheckIds.filter((id) => id !== 'signer.register')

async function inclusionCheck(
  { record, proof }: SealedRecord,
  { size, root }: SealContent,
  crypto: CryptoProvider,
): Promise<RecordCheck> {
  const id = 'record.inclusion'
  if (!isSealProof(proof)) return failed(id, 'not-a-proof')
  if (proof.recordId !== record.id) return failed(id, 'other-record')
  try {
    const leaf = await leafOf(record, crypto)
    const hashes = proof.hashes.map(fromHex)
    const place = { leaf, index: proof.index, size, proof: hashes, root: fromHex(root) }
    return (await verifyInclusion(place, crypto)) ? passed(id) : failed(id, 'not-under-the-seal')
  } catch {
    return failed(id, 'not-canonical')
  }
}

async function recordChecks(
  sealed: SealedRecord,
  content: SealContent | undefined,
  crypto: CryptoProvider,
): Promise<readonly RecordCheck[]> {
  const fault = recordFault(sealed.record)
  if (fault !== undefined) return [failed('record.schema', fault)]
  if (content === undefined) return [passed('record.schema')]
  const here = belongsTo(sealed.record, content.facility, content.date)
  return [
    passed('record.schema'),
    here ? passed('record.facility-and-day') : failed('record.facility-and-day', 'differs'),
    await inclusionCheck(sealed, content, crypto),
  ]
}

async function judgeSealed(
  sealed: SealedRecord,
  seal: DaySealReport,
  crypto: CryptoProvider,
): Promise<SealedRecordReport> {
  const own = await recordChecks(sealed, seal.content, crypto)
  const checks = inOrder<SealedRecordCheckId>(sealedRecordCheckIds, [...seal.checks, ...own])
  const verdict = verdictOf(checks, required)
  return verdict === 'valid' ? { verdict, checks, record: sealed.record } : { verdict, checks }
}

/** The report on a seal, and on each record that is said to be under it, in order. */
export interface SealedDayReport {
  readonly seal: DaySealReport
  readonly records: readonly SealedRecordReport[]
}

/**
 * Judges many records under one seal: the seal's signature and chain once, for each record its hashes.
 *
 * Whether all records of the seal are there is not a check: compare their number with `seal.content.size`.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date
 */
export async function verifySealedRecords(
  sealed: readonly SealedRecord[],
  seal: DaySeal,
  options: VerifySignatureOptions,
): Promise<SealedDayReport> {
  const crypto = options.crypto ?? hostCrypto
  const report = await verifyDaySeal(seal, options)
  const records: SealedRecordReport[] = []
  for (const one of sealed) records.push(await judgeSealed(one, report, crypto))
  return { seal: report, records }
}

/**
 * Whether a record is under a facility's day seal: the seal's signature and chain, and that the record's
 * hash leads to the signed root. It needs nothing but its arguments.
 *
 * It does not establish that the record is complete or its identity matched, that the day has no other
 * records, or when the seal was made: that is the signer's own claim. Without `register`, any
 * certificate below the anchors may have signed for the facility. Without anchors the verdict is
 * `indeterminate`.
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
  const report = await verifyDaySeal(seal, options)
  return judgeSealed({ record, proof }, report, options.crypto ?? hostCrypto)
}
