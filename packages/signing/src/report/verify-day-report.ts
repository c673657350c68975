import { type Check, failed, passed, type Report, verdictOf } from '@tiemchung/core'
import type { DayReport, SignedDayReport } from '@tiemchung/schemas/wire'
import { judgeSignature } from '../jws/judge-signature.js'
import { jwsIn } from '../jws/serialization.js'
import { signatureCheckIds } from '../jws/open-jws.js'
import { facilityIn } from '../record/record-of.js'
import { inOrder } from '../signature/in-order.js'
import type { SignerFacts, VerifySignatureOptions } from '../signature/judge-signer.js'
import { reportHead } from './report-head.js'

/** The checks of a signed day report, in the order of the report on it. */
export const signedDayReportCheckIds = [
  ...signatureCheckIds,
  'signer.role',
  'signing.timestamp',
  'day-report.form',
  'day-report.envelope',
] as const

/** One of the checks of a signed day report. */
export type SignedDayReportCheckId = (typeof signedDayReportCheckIds)[number]

/** The report on a signed day report. The numbers are there only when the verdict is `valid`. */
export type SignedDayReportReport = Report<SignedDayReportCheckId> & {
  readonly signer?: SignerFacts
} & (
    | { readonly verdict: 'valid'; readonly content: DayReport }
    | { readonly verdict: 'invalid' | 'indeterminate'; readonly content?: never }
  )

/** Checks that were not asked for do not stand in the way; once they are asked for, they do. */
const optional: ReadonlySet<string> = new Set([
  'signer.register',
  'signer.role',
  'signing.timestamp',
])
const required = signedDayReportCheckIds.filter((id) => !optional.has(id))

function contentChecks(
  payload: unknown,
  signed: SignedDayReport,
): readonly Check<SignedDayReportCheckId>[] {
  const head = reportHead(payload)
  if (head === undefined) return [failed('day-report.form', 'not-a-report')]
  const { format, facility, date } = signed
  const same = format === 'signed-day-report/1' && facility === head.facility && date === head.date
  return [
    passed('day-report.form'),
    same ? passed('day-report.envelope') : failed('day-report.envelope', 'differs'),
  ]
}

/**
 * Whether a day report is what its facility signed. It checks no schema and no sum: read `content` with
 * `dayReportSchema` of `@tiemchung/schemas/wire`. What is said of `register`, `at` and empty anchors at `verifyRecord`
 * holds here too.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date
 */
export async function verifyDayReport(
  signed: SignedDayReport,
  options: VerifySignatureOptions,
): Promise<SignedDayReportReport> {
  const judged = await judgeSignature(jwsIn(signed), 'day-report+jws', facilityIn, options)
  const { payload, signer } = judged
  const own = payload === undefined ? [] : contentChecks(payload, signed)
  const found = [...judged.checks, ...judged.further, ...own]
  const checks = inOrder<SignedDayReportCheckId>(signedDayReportCheckIds, found)
  const facts = signer === undefined ? {} : { signer }
  const verdict = verdictOf(checks, required)
  if (verdict !== 'valid') return { verdict, checks, ...facts }
  return { verdict, checks, ...facts, content: payload as DayReport }
}
