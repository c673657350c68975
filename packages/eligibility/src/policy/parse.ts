import { errorsOf, type Issue, lintPolicyHead, ParseError } from '@tiemchung/core'
import { policyErrors } from '../errors/policy-errors.js'
import { documentShape } from './document-shape.js'
import { type EligibilityPolicy, eligibilityFormat } from './format.js'
import { lintMeaning } from './meaning.js'

/**
 * Everything that is wrong with a policy document, each with its place; empty when it is sound. Warnings
 * (a source that no rule uses) do not stop it from being used.
 *
 * Does *not* establish that the document says what its sources say.
 */
export function lintEligibilityPolicy(document: unknown): readonly Issue[] {
  const issues: Issue[] = []
  if (!documentShape(document, [], issues)) return issues
  return [
    ...lintPolicyHead(document, eligibilityFormat),
    ...lintMeaning(document as EligibilityPolicy),
  ]
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new ParseError(policyErrors, 'eligibility.policy.json')
  }
}

/**
 * A policy from JSON text or from a value that JSON was read into.
 *
 * @throws ParseError `eligibility.policy.json`; `eligibility.policy` with an issue for each fault
 * @example
 * ```ts
 * import { parseEligibilityPolicy } from '@tiemchung/eligibility'
 * const load = (text: string) => parseEligibilityPolicy(text).title.vi
 * ```
 */
export function parseEligibilityPolicy(json: unknown): EligibilityPolicy {
  const document = typeof json === 'string' ? readJson(json) : json
  const issues = errorsOf(lintEligibilityPolicy(document))
  if (issues.length > 0) throw new ParseError(policyErrors, 'eligibility.policy', { issues })
  return document as EligibilityPolicy
}
