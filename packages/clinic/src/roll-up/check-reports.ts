import {
  type AbortSignalLike,
  type CivilDate,
  type Issue,
  issue,
  parseInstant,
} from '@tiemchung/core'
import {
  type DayReport,
  dayReportSchema,
  type SignedDayReport,
  signedDayReportSchema,
} from '@tiemchung/schemas/wire'
import {
  type SignedDayReportReport,
  type SignerRegister,
  type VerifySignatureOptions,
  verifyDayReport,
} from '@tiemchung/signing'
import { errorCatalogue } from '../errors.js'
import { dayReportFaults } from '../report/faults.js'
import type { ExpectedFacility } from './expected-facility.js'

/** By what reports are checked before they count. */
export interface CheckReportsOptions extends VerifySignatureOptions {
  readonly date: CivilDate
  readonly expected: readonly Pick<ExpectedFacility, 'code'>[]
  /** Who may report for which facility: without it anybody with a certificate could report for anybody. */
  readonly register: SignerRegister
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignalLike
}

/** Reports that count, and what was wrong with the others. */
export interface CheckedReports {
  /** One a facility at most, to be rolled up. */
  readonly reports: readonly DayReport[]
  readonly issues: readonly Issue[]
}

type Code = Extract<keyof typeof errorCatalogue, `clinic.roll-up.${string}`>
type Judged = { readonly report: DayReport } | { readonly refused: Code; readonly check?: string }

/** What a signature that does not hold comes to. */
function refusal({ checks }: SignedDayReportReport): Judged {
  const open =
    checks.find(({ status }) => status === 'failed') ??
    checks.find(({ status }) => status === 'unknown')
  const check = open?.id ?? 'jws.form'
  if (check === 'jws.signature' || check === 'day-report.envelope') {
    return { refused: 'clinic.roll-up.changed', check }
  }
  if (check === 'signer.register' || check === 'signer.role') {
    return { refused: 'clinic.roll-up.other-signer', check }
  }
  return { refused: 'clinic.roll-up.signature', check }
}

async function judge(
  document: unknown,
  known: ReadonlySet<string>,
  options: CheckReportsOptions,
): Promise<Judged> {
  const envelope = signedDayReportSchema.safeParse(document)
  if (!envelope.success) return { refused: 'clinic.roll-up.form' }
  const signed: SignedDayReport = envelope.data
  if (!known.has(signed.facility)) return { refused: 'clinic.roll-up.not-expected' }
  if (signed.date !== options.date) return { refused: 'clinic.roll-up.other-day' }
  const verified = await verifyDayReport(signed, options)
  if (verified.verdict !== 'valid') return refusal(verified)
  // A register that was not in force says nothing, which is not enough here.
  const entitled = verified.checks.some(
    ({ id, status }) => id === 'signer.register' && status === 'passed',
  )
  if (!entitled) return { refused: 'clinic.roll-up.other-signer', check: 'signer.register' }
  const content = dayReportSchema.safeParse(verified.content)
  if (!content.success) return { refused: 'clinic.roll-up.form' }
  if (dayReportFaults(content.data).length > 0) return { refused: 'clinic.roll-up.sums' }
  return { report: content.data }
}

interface Kept {
  readonly report: DayReport
  readonly index: number
}

/** Whether a report replaces another of the same facility and day: by its sequence, then by its time. */
function isNewer(one: DayReport, other: DayReport): boolean {
  const [left, right] = [one.sequence ?? 0, other.sequence ?? 0]
  return left === right ? parseInstant(one.madeAt) > parseInstant(other.madeAt) : left > right
}

/** Of two reports the newer counts; two that differ under one number are said to, as one of them must be wrong. */
function keepNewest(kept: Map<string, Kept>, report: DayReport, index: number): Issue | undefined {
  const before = kept.get(report.facility)
  if (before === undefined) {
    kept.set(report.facility, { report, index })
    return undefined
  }
  const replaces = isNewer(report, before.report)
  if (replaces) kept.set(report.facility, { report, index })
  const older = replaces ? before.index : index
  const same = JSON.stringify(report) === JSON.stringify(before.report)
  const clash = !same && (report.sequence ?? 0) === (before.report.sequence ?? 0)
  const severity = clash ? 'error' : 'warning'
  return issue(errorCatalogue, clash ? 'clinic.roll-up.twice' : 'clinic.roll-up.older', {
    path: ['reports', older],
    severity,
  })
}

/**
 * The reports of a day that count: of an expected facility, signed by somebody who may report for it, as it was signed, of
 * this day, with sums that hold, and the newest of each facility. Each that does not is an issue at its place, and the
 * others go on. A facility whose only report does not count is silent in the roll-up.
 *
 * It does not establish that a facility reported the truth.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date; the reason of an aborted signal
 */
export async function checkDayReports(
  documents: readonly unknown[],
  options: CheckReportsOptions,
): Promise<CheckedReports> {
  const { expected, onProgress, signal } = options
  const known = new Set(expected.map(({ code }) => code))
  const kept = new Map<string, Kept>()
  const issues: Issue[] = []
  for (const [index, document] of documents.entries()) {
    if (signal?.aborted === true) throw signal.reason as Error
    const judged = await judge(document, known, options)
    if ('refused' in judged) {
      const params = judged.check === undefined ? {} : { params: { check: judged.check } }
      issues.push(issue(errorCatalogue, judged.refused, { path: ['reports', index], ...params }))
    } else {
      const older = keepNewest(kept, judged.report, index)
      if (older !== undefined) issues.push(older)
    }
    onProgress?.(index + 1, documents.length)
  }
  return { reports: [...kept.values()].map(({ report }) => report), issues }
}
