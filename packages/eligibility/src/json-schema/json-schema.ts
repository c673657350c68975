import { documentShape } from '../policy/document-shape.js'

/**
 * The JSON Schema (draft 2020-12) of a policy document `eligibility-policy/1`. The same document is a file of the
 * package, `schema/eligibility-policy.json`.
 *
 * It says what form a document has. That a day exists, that rules are cited, ordered and possible, is checked by
 * `lintEligibilityPolicy` alone: whatever the linter accepts fits the JSON Schema, and not the other way round.
 *
 * @example
 * ```ts
 * import { eligibilityPolicyJsonSchema } from '@tiemchung/eligibility/json-schema'
 * eligibilityPolicyJsonSchema().$id // => 'https://tiemchung.dev/schema/eligibility-policy/1'
 * ```
 */
export function eligibilityPolicyJsonSchema(): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://tiemchung.dev/schema/eligibility-policy/1',
    title: 'eligibility-policy/1',
    ...documentShape.json,
  }
}
