import { readValueSets } from '../payload/parse-value-sets.js'
import type { RuleValueSets } from './rule-data.js'

/**
 * The codes of the EU's value set documents by their id, as rules look them up. Retired codes stay in.
 *
 * @throws ParseError `certificate-verify.value-sets`, with an issue for each field
 * @example
 * ```ts
 * import { ruleValueSets } from '@tiemchung/certificates/rules'
 * const setsOf = (documents: readonly unknown[]) => ruleValueSets(documents)
 * ```
 */
export function ruleValueSets(documents: readonly unknown[]): RuleValueSets {
  return Object.fromEntries(readValueSets(documents).map(({ id, codes }) => [id, codes]))
}
