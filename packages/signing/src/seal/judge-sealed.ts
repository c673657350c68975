import {
  type Check,
  canonicalBytes,
  failed,
  passed,
  type Report,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import { type CryptoProvider, isPending } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import type { VerifySignatureOptions } from '../signature/judge-signer.js'
import { belongsTo, recordFault } from '../record/record-of.js'
import { hostCrypto } from '../world.js'
import { type DaySeal, isSealProof, type SealProof, sealHash } from './day-seal.js'
import { leafHashOf } from './merkle.js'
import { ProvenTree } from './proven-tree.js'
import {
  type DaySealReport,
  daySealCheckIds,
  optionalOfSeals,
  verifyDaySeal,
} from './verify-day-seal.js'

const ownCheckIds = ['record.schema', 'record.facility-and-day', 'record.inclusion'] as const

/** The checks of a sealed record, in the order of the report. */
export const sealedRecordCheckIds = [...daySealCheckIds, ...ownCheckIds] as const

/** One of the checks of a sealed record. */
export type SealedRecordCheckId = (typeof sealedRecordCheckIds)[number]
type RecordCheck = Check<(typeof ownCheckIds)[number]>

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

const required = sealedRecordCheckIds.filter((id) => !optionalOfSeals.has(id))

/** A seal that was judged, and what is proven under it. */
export interface OpenedSeal {
  readonly report: DaySealReport
  /** Its name; empty of one that is invalid. */
  readonly hash: string
  /** Only of a valid seal. */
  readonly tree?: ProvenTree
}

/** Judges a seal once for all its records. @throws InputError `x509.path.instant` */
export async function openSeal(
  seal: DaySeal,
  options: VerifySignatureOptions,
): Promise<OpenedSeal> {
  const crypto = options.crypto ?? hostCrypto
  const report = await verifyDaySeal(seal, options)
  if (report.verdict === 'invalid') return { report, hash: '' }
  const hash = await sealHash(seal, crypto)
  if (report.content === undefined) return { report, hash }
  return { report, hash, tree: new ProvenTree(report.content, crypto) }
}

/** The leaf of a record, undefined when it has no canonical form. */
async function leafOf(record: DoseRecord, crypto: CryptoProvider): Promise<Uint8Array | undefined> {
  let bytes: Uint8Array
  try {
    bytes = canonicalBytes(record)
  } catch {
    return undefined
  }
  const digest = crypto.digest('SHA-256', bytes)
  return leafHashOf(isPending(digest) ? await digest : digest, crypto)
}

async function inclusionCheck(
  { record, proof }: SealedRecord,
  { hash, tree }: OpenedSeal,
  crypto: CryptoProvider,
): Promise<RecordCheck> {
  const id = 'record.inclusion'
  if (tree === undefined) return unknown(id, 'not-reached')
  const leaf = await leafOf(record, crypto)
  if (leaf === undefined) return failed(id, 'not-canonical')
  // The form of hashes that are known already need not be looked at: an equal text has it.
  const formed = proof as Partial<SealProof> | null | undefined
  if (formed?.format !== 'seal-proof/1' || !Array.isArray(formed.hashes)) {
    return failed(id, 'not-a-proof')
  }
  if (proof.recordId !== record.id) return failed(id, 'other-record')
  if (proof.seal === hash && (await tree.has(leaf, proof.index, proof.hashes))) return passed(id)
  if (!isSealProof(proof)) return failed(id, 'not-a-proof')
  return failed(id, proof.seal === hash ? 'not-under-the-seal' : 'other-seal')
}

async function ownChecks(
  sealed: SealedRecord,
  opened: OpenedSeal,
  crypto: CryptoProvider,
): Promise<readonly RecordCheck[]> {
  const fault = recordFault(sealed.record)
  const open = (id: RecordCheck['id']) => unknown(id, 'not-reached')
  if (fault !== undefined) {
    return [
      failed('record.schema', fault),
      open('record.facility-and-day'),
      open('record.inclusion'),
    ]
  }
  const { content } = opened.report
  if (content === undefined) {
    return [passed('record.schema'), open('record.facility-and-day'), open('record.inclusion')]
  }
  const here = belongsTo(sealed.record, content.facility, content.date)
  return [
    passed('record.schema'),
    here ? passed('record.facility-and-day') : failed('record.facility-and-day', 'differs'),
    await inclusionCheck(sealed, opened, crypto),
  ]
}

/** The report on one record under a seal that was judged. */
export async function judgeSealed(
  sealed: SealedRecord,
  opened: OpenedSeal,
  crypto: CryptoProvider,
): Promise<SealedRecordReport> {
  const own = await ownChecks(sealed, opened, crypto)
  const checks = [...opened.report.checks, ...own]
  const verdict = verdictOf<SealedRecordCheckId>(checks, required)
  return verdict === 'valid' ? { verdict, checks, record: sealed.record } : { verdict, checks }
}
