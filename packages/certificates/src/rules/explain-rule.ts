import type { CatalogueEntry, Check } from '@tiemchung/core'
import { ruleReasonCatalogue } from './rule-reasons.js'

/**
 * The sentences of a rule that did not pass, who can act, and what to do; undefined when it passed.
 *
 * What the rule itself says is in its `Description`, found by the check's `subject`.
 *
 * @example
 * ```ts
 * import { explainRule, type RulesReport } from '@tiemchung/certificates/rules'
 * const sentences = (report: RulesReport) =>
 *   report.checks.flatMap((check) => explainRule(check)?.says.vi ?? [])
 * ```
 */
export function explainRule(check: Check): CatalogueEntry | undefined {
  const { status, reason } = check
  if (status === 'passed' || reason === undefined) return undefined
  const catalogue: Readonly<Record<string, CatalogueEntry>> = ruleReasonCatalogue
  return Object.hasOwn(catalogue, reason) ? catalogue[reason] : undefined
}
