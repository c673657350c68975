import { type Check, failed, passed, type Report, verdictOf } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import { judgeSignature } from '../jws/judge-signature.js'
import { jwsIn } from '../jws/serialization.js'
import { type SignatureCheckId, signatureCheckIds } from '../jws/open-jws.js'
import { inOrder } from '../signature/in-order.js'
import type {
  JudgedSignature,
  SignerFacts,
  VerifySignatureOptions,
} from '../signature/judge-signer.js'
import type { AnySignedRecord } from './detach.js'
import { judgeRecord, octetsBeside } from './judge-record.js'
import { facilityIn } from './record-of.js'

/** The checks of a signed record, in the order of the report. */
export const signedRecordCheckIds = [
  ...signatureCheckIds,
  'signer.role',
  'signing.timestamp',
  'record.schema',
  'record.facility',
  'signing.in-time',
  'record.amends',
] as const

/** One of the checks of a signed record. */
export type SignedRecordCheckId = (typeof signedRecordCheckIds)[number]
type RecordCheck = Check<SignedRecordCheckId>

/** What a signed record is judged against. */
export interface VerifyRecordOptions extends VerifySignatureOptions {
  /** The record that was sent beside a detached signature. Beside an attached one it must be the same. */
  readonly record?: unknown
  /**
   * The signed records that an amendment replaces, down to the first, in any order; each must be valid by the
   * same options. Without it `record.amends` is `skipped` for an amendment: that what it names was ever there
   * is then not known.
   */
  readonly earlier?: readonly AnySignedRecord[]
}

/** The report on a signed record. `record` is there only when the verdict is `valid`. */
export type SignedRecordReport = Report<SignedRecordCheckId> & {
  readonly signer?: SignerFacts
} & (
    | { readonly verdict: 'valid'; readonly record: DoseRecord }
    | { readonly verdict: 'invalid' | 'indeterminate'; readonly record?: never }
  )

/** Checks that were not asked for do not stand in the way; once they are asked for, they do. */
const optional: ReadonlySet<SignedRecordCheckId> = new Set([
  'signer.register',
  'signer.role',
  'signing.timestamp',
  'signing.in-time',
  'record.amends',
])
const required = signedRecordCheckIds.filter((id) => !optional.has(id))

function envelopeChecks(
  { id, dose }: DoseRecord,
  { format, recordId, facility }: AnySignedRecord,
): readonly RecordCheck[] {
  const same = (format as string) === 'signed-record/1' && id === recordId
  return [
    same ? passed('record.schema') : failed('record.schema', 'envelope'),
    dose.facility === facility ? passed('record.facility') : failed('record.facility', 'envelope'),
  ]
}

async function recordChecks(
  judged: JudgedSignature,
  signed: AnySignedRecord,
  { record: _, earlier, ...terms }: VerifyRecordOptions,
): Promise<readonly RecordCheck[]> {
  const verify = (one: AnySignedRecord) => verifyAlone(one, terms)
  const { record, checks } = await judgeRecord(judged, terms, earlier, verify)
  return record === undefined ? checks : [...envelopeChecks(record, signed), ...checks]
}

/** The report on one signed record, those before it apart. */
async function verifyAlone(
  signed: AnySignedRecord,
  options: VerifyRecordOptions,
): Promise<SignedRecordReport> {
  const beside = octetsBeside(options.record)
  const judged: JudgedSignature<SignatureCheckId> =
    beside === undefined
      ? { checks: [failed('jws.canonical', 'record-not-canonical')], further: [] }
      : await judgeSignature(jwsIn(signed), 'dose-record+jws', facilityIn, options, beside.given)
  const own = await recordChecks(judged, signed, options)
  const found = [...judged.checks, ...judged.further, ...own]
  const checks = inOrder<SignedRecordCheckId>(signedRecordCheckIds, found)
  const facts = judged.signer === undefined ? {} : { signer: judged.signer }
  const verdict = verdictOf(checks, required)
  return verdict === 'valid'
    ? { verdict, checks, ...facts, record: judged.payload as DoseRecord }
    : { verdict, checks, ...facts }
}

/**
 * Whether a signed record is what a facility signed: form, header, canonical text, signature, chain,
 * entitlement, timestamp, time, and that the envelope names the record inside.
 *
 * It does not establish that the record is complete or its identity matched: check `record` against
 * `doseRecordSchema` of `@tiemchung/schemas` before you use it. What you do not give is `skipped`, never
 * passed: without `register`, any certificate below the anchors may have signed for the facility; without `policy`
 * it may have been late; without `timestamps`, when it was signed is the signer's word. Without anchors the verdict
 * is `indeterminate`.
 *
 * A certificate that was revoked or has expired after the time that the signer claims leaves the verdict open,
 * and a believed timestamp from before settles it.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date
 * @example
 * ```ts
 * import { signingPolicy1815, type SignerRegister, verifyRecord } from '@tiemchung/signing'
 * import type { SignedRecord } from '@tiemchung/schemas/wire'
 * async function accept(
 *   signed: SignedRecord,
 *   root: Uint8Array,
 *   register: SignerRegister,
 *   receivedAt: Date,
 * ) {
 *   const anchors = [{ certificate: root }]
 *   const terms = { anchors, register, policy: signingPolicy1815, at: receivedAt }
 *   const report = await verifyRecord(signed, terms)
 *   return report.verdict === 'valid' ? report.record : report.checks
 * }
 * ```
 */
export async function verifyRecord(
  signed: AnySignedRecord,
  options: VerifyRecordOptions,
): Promise<SignedRecordReport> {
  return verifyAlone(signed, options)
}
