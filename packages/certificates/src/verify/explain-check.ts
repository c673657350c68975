import { type CatalogueEntry, type Check, sentencesFor } from '@tiemchung/core'
import { envelopeErrors } from '../errors/envelope-errors.js'
import { reasonCatalogue } from './reasons.js'

/**
 * The sentences of a check that did not pass, who can act, and what to do; undefined when it passed.
 *
 * @example
 * ```ts
 * import { explainCheck, type VerificationReport } from '@tiemchung/certificates'
 * const sentences = (report: VerificationReport) =>
 *   report.checks.flatMap((check) => explainCheck(check)?.says.vi ?? [])
 * ```
 */
export function explainCheck(check: Check): CatalogueEntry | undefined {
  if (check.status === 'passed' || check.reason === undefined) return undefined
  const catalogue: Readonly<Record<string, CatalogueEntry>> = {
    ...envelopeErrors,
    ...reasonCatalogue,
  }
  const entry = Object.hasOwn(catalogue, check.reason) ? catalogue[check.reason] : undefined
  return entry && { ...entry, says: sentencesFor(entry, check.params) }
}
