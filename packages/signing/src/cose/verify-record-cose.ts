import { type Check, failed, passed, type Report, skipped, verdictOf } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import type { AnySignedRecord } from '../record/detach.js'
import { judgeRecord, octetsBeside } from '../record/judge-record.js'
import { facilityIn } from '../record/record-of.js'
import { verifyRecord } from '../record/verify-record.js'
import { inOrder } from '../signature/in-order.js'
import {
  type JudgedSignature,
  judgeSigner,
  signerCheckIds,
  type SignerFacts,
  type VerifySignatureOptions,
} from '../signature/judge-signer.js'
import { hostCrypto } from '../world.js'
import { type CoseCheck, coseCheckIds, openCose } from './open-cose.js'

/** The checks of a record in COSE, in the order of the report: those of a JWS, with the form's own in front. */
export const coseRecordCheckIds = [
  ...coseCheckIds,
  ...signerCheckIds,
  'signer.role',
  'signing.timestamp',
  'record.schema',
  'signing.in-time',
  'record.amends',
] as const

/** One of the checks of a record in COSE. */
export type CoseRecordCheckId = (typeof coseRecordCheckIds)[number]

/** What a record in COSE is judged against. */
export interface VerifyRecordCoseOptions extends VerifySignatureOptions {
  /** The record that was sent beside a detached signature. Beside an attached one it must be the same. */
  readonly record?: unknown
  /**
   * The signed records that an amendment replaces, in COSE or as JWS, down to the first, in any order; each must be
   * valid by the same options. Without it `record.amends` is `skipped` for an amendment.
   */
  readonly earlier?: readonly (Uint8Array | AnySignedRecord)[]
  /** Whether a COSE_Sign1 without tag 18 is read. Default false. */
  readonly untagged?: boolean
}

/** The report on a record in COSE. `record` is there only when the verdict is `valid`. */
export type CoseRecordReport = Report<CoseRecordCheckId> & {
  readonly signer?: SignerFacts
} & (
    | { readonly verdict: 'valid'; readonly record: DoseRecord }
    | { readonly verdict: 'invalid' | 'indeterminate'; readonly record?: never }
  )

/** Checks that were not asked for do not stand in the way; once they are asked for, they do. */
const optional: ReadonlySet<CoseRecordCheckId> = new Set([
  'signer.register',
  'signer.role',
  'signing.timestamp',
  'signing.in-time',
  'record.amends',
])
const required = coseRecordCheckIds.filter((id) => !optional.has(id))

async function judgeSignature(
  cose: Uint8Array,
  options: VerifyRecordCoseOptions,
): Promise<JudgedSignature<CoseRecordCheckId>> {
  const { record, untagged = false, crypto = hostCrypto } = options
  const beside = octetsBeside(record)
  if (beside === undefined) {
    return { checks: [failed('cose.canonical', 'record-not-canonical')], further: [] }
  }
  const { checks, opened } = openCose(cose, { ...beside, untagged })
  if (opened === undefined) return { checks, further: [] }
  const digest = await crypto.digest('SHA-256', opened.header.chain[0])
  // No timestamp is read here, so that none can prove anything.
  const stamp = { check: skipped('signing.timestamp', 'none'), reports: [] } as const
  const facility = facilityIn(opened.payload)
  const around = { facility, what: 'records', digest, stamp } as const
  const { fault, ...judged } = await judgeSigner(opened, around, options)
  const signature: CoseCheck =
    fault === undefined ? passed('cose.signature') : failed('cose.signature', fault)
  return { ...judged, checks: [...checks, signature, ...judged.checks], payload: opened.payload }
}

/**
 * Whether a COSE_Sign1 is a record that a facility signed: everything that `verifyRecord` asks of a JWS, by the same
 * code from the signer's chain on. Only what is in the protected header counts, in its one deterministic encoding;
 * anything critical, unknown or unprotected is refused.
 *
 * It does not establish that the record is complete or its identity matched: check `record` against
 * `doseRecordSchema` of `@tiemchung/schemas` before you use it. What you do not give is `skipped`, never passed, as
 * `verifyRecord` says. Timestamps are not read: when it was signed is the signer's word, unless you know it to have
 * been there (`provenAt`); `timestamps` is for earlier records that are JWS.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date
 * @example
 * ```ts
 * import { signingPolicy1815, type SignerRegister } from '@tiemchung/signing'
 * import { verifyRecordCose } from '@tiemchung/signing/cose'
 * async function accept(cose: Uint8Array, root: Uint8Array, register: SignerRegister, at: Date) {
 *   const anchors = [{ certificate: root }]
 *   const terms = { anchors, register, policy: signingPolicy1815, at }
 *   const report = await verifyRecordCose(cose, terms)
 *   return report.verdict === 'valid' ? report.record : report.checks
 * }
 * ```
 */
export async function verifyRecordCose(
  cose: Uint8Array,
  options: VerifyRecordCoseOptions,
): Promise<CoseRecordReport> {
  const { record: _, earlier, ...terms } = options
  const verify = (one: Uint8Array | AnySignedRecord) =>
    one instanceof Uint8Array ? verifyRecordCose(one, terms) : verifyRecord(one, terms)
  const judged = await judgeSignature(cose, options)
  const { record, checks: own } = await judgeRecord(judged, terms, earlier, verify)
  const schema: readonly Check<CoseRecordCheckId>[] =
    record === undefined ? [] : [passed('record.schema')]
  const found = [...judged.checks, ...judged.further, ...schema, ...own]
  const checks = inOrder<CoseRecordCheckId>(coseRecordCheckIds, found)
  const facts = judged.signer === undefined ? {} : { signer: judged.signer }
  const verdict = verdictOf(checks, required)
  return verdict === 'valid' && record !== undefined
    ? { verdict, checks, ...facts, record }
    : { verdict: verdict === 'valid' ? 'indeterminate' : verdict, checks, ...facts }
}
