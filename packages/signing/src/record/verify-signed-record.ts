import { type Check, failed, passed, type Report, verdictOf } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import { inOrder } from '../jws/in-order.js'
import {
  judgeSignature,
  type SignerFacts,
  type VerifySignatureOptions,
} from '../jws/judge-signature.js'
import { signatureCheckIds } from '../jws/open-jws.js'
import { facilityIn, recordFault } from './record-of.js'

/** The checks of a signed record, in the order of the report. */
export const signedRecordCheckIds = [
  ...signatureCheckIds,
  'record.schema',
  'record.facility',
] as const

/** One of the checks of a signed record. */
export type SignedRecordCheckId = (typeof signedRecordCheckIds)[number]

/** What a signed record is judged against. */
export type VerifySignedRecordOptions = VerifySignatureOptions

/** The report on a signed record. `record` is there only when the verdict is `valid`. */
export type SignedRecordReport = Report<SignedRecordCheckId> & {
  readonly signer?: SignerFacts
} & (
    | { readonly verdict: 'valid'; readonly record: DoseRecord }
    | { readonly verdict: 'invalid' | 'indeterminate'; readonly record?: never }
  )

const required = signedRecordCheckIds.filter((id) => id !== 'signer.register')

function envelopeChecks(
  payload: unknown,
  { format, recordId, facility }: SignedRecord,
): readonly Check<SignedRecordCheckId>[] {
  const fault = recordFault(payload)
  if (fault !== undefined) return [failed('record.schema', fault)]
  const { id, dose } = payload as DoseRecord
  const same = (format as string) === 'signed-record/1' && id === recordId
  return [
    same ? passed('record.schema') : failed('record.schema', 'envelope'),
    dose.facility === facility ? passed('record.facility') : failed('record.facility', 'envelope'),
  ]
}

/**
 * Whether a signed record is what a facility signed: form, header, canonical text, signature, chain,
 * entitlement, and that the envelope names the record inside.
 *
 * It does not establish that the record is complete or its identity matched: check `record` against
 * `doseRecordSchema` of `@tiemchung/schemas` before you use it. Nor does it establish when it was signed:
 * `signer.signedAt` is the signer's own claim. Without `register`, any certificate below the anchors may
 * have signed for the facility. Without anchors the verdict is `indeterminate`.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date
 * @example
 * ```ts
 * import { verifySignedRecord } from '@tiemchung/signing'
 * import type { SignedRecord } from '@tiemchung/schemas/wire'
 * async function accept(signed: SignedRecord, root: Uint8Array, receivedAt: Date) {
 *   const anchors = [{ certificate: root }]
 *   const report = await verifySignedRecord(signed, { anchors, at: receivedAt })
 *   return report.verdict === 'valid' ? report.record : report.checks
 * }
 * ```
 */
export async function verifySignedRecord(
  signed: SignedRecord,
  options: VerifySignedRecordOptions,
): Promise<SignedRecordReport> {
  const judged = await judgeSignature(signed.jws, 'dose-record+jws', facilityIn, options)
  const { payload, signer } = judged
  const own = payload === undefined ? [] : envelopeChecks(payload, signed)
  const checks = inOrder<SignedRecordCheckId>(signedRecordCheckIds, [...judged.checks, ...own])
  const facts = signer === undefined ? {} : { signer }
  const verdict = verdictOf(checks, required)
  return verdict === 'valid'
    ? { verdict, checks, ...facts, record: payload as DoseRecord }
    : { verdict, checks, ...facts }
}
