import { InputError } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import type { DayReport, SignedDayReport } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import { signDocument } from '../jws/sign-document.js'
import type { SignRecordOptions } from '../record/sign-records.js'
import { hostCrypto } from '../world.js'
import { reportHead } from './report-head.js'

/** A signed day report as signing makes it: its JWS is compact. */
export interface CompactSignedDayReport extends SignedDayReport {
  readonly jws: string
}

/**
 * Signs the report of a facility's day: a compact JWS, `typ` `day-report+jws`, over its canonical JSON (RFC 8785), with
 * the chain in the header.
 *
 * It checks neither that the numbers add up nor that the signer may report for the facility.
 *
 * @throws InputError `signing.report` when it is no day report; `signing.algorithm`, `signing.instant`,
 *   `input.json-canonical`
 * @throws SigningError `signing.no-certificate`, `signing.key-mismatch`, `signing.answer`, and what the signer throws
 * @example
 * ```ts
 * import { type Signer, signDayReport } from '@tiemchung/signing'
 * import type { DayReport } from '@tiemchung/schemas/wire'
 * declare const report: DayReport
 * declare const signer: Signer
 * const signed = await signDayReport(report, signer, { at: new Date('2022-05-20T15:00:00Z') })
 * ```
 */
export async function signDayReport(
  report: DayReport,
  signer: Signer,
  options: SignRecordOptions,
): Promise<CompactSignedDayReport> {
  const head = reportHead(report)
  if (head === undefined) throw new InputError(errorCatalogue, 'signing.report')
  const { crypto = hostCrypto } = options
  const jws = await signDocument(report, 'day-report+jws', signer, options, crypto)
  return { format: 'signed-day-report/1', ...head, jws }
}
