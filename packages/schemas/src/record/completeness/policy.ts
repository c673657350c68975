import {
  type Issue,
  issue,
  lintPolicyHead,
  ParseError,
  type PolicyHead,
  parsePolicyHead,
} from '@tiemchung/core'
import * as z from 'zod'
import { errorCatalogue } from '../../errors.js'
import { issuesFromZod } from '../../issues-from-zod.js'

/** Rules over several fields, by name; each is a named check in code. */
export const completenessRules = [
  'guardian-for-child',
  'consent-agreed',
  'screening-answered',
  'volume-as-policy',
  'dates-in-order',
  'dose-number-follows',
] as const

/** One rule over several fields. */
export type CompletenessRule = (typeof completenessRules)[number]

/** What makes a record complete. */
export interface CompletenessPolicy extends PolicyHead {
  readonly format: 'completeness-policy/1'
  /** Fields that must hold something: neither absent, nor empty, nor `unknown`. Path with dots. */
  readonly mandatory: readonly { readonly field: string; readonly cite: readonly string[] }[]
  /** Age in years below which a parent or guardian must be named. */
  readonly guardianBelow: number
  readonly rules: readonly { readonly rule: CompletenessRule; readonly cite: readonly string[] }[]
}

const format = 'completeness-policy/1'
const cite = z.array(z.string()).min(1)
const bodySchema = z.object({
  mandatory: z.array(
    z.strictObject({ field: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)*$/), cite }),
  ),
  guardianBelow: z.int().min(0).max(120),
  rules: z.array(z.strictObject({ rule: z.enum(completenessRules), cite })),
})

/** Citations that name no source of the head. */
function lintCitations(policy: CompletenessPolicy): readonly Issue[] {
  const known = new Set(policy.sources.map(({ id }) => id))
  const lists = { mandatory: policy.mandatory, rules: policy.rules }
  return Object.entries(lists).flatMap(([list, items]) =>
    items.flatMap((item, index) =>
      item.cite.every((id) => known.has(id))
        ? []
        : [issue(errorCatalogue, 'schema.choice', { path: [list, index, 'cite'] })],
    ),
  )
}

/** Everything that is wrong with a completeness policy; empty when it is sound. */
export function lintCompletenessPolicy(document: unknown): readonly Issue[] {
  const head = lintPolicyHead(document, format)
  const body = z.safeParse(bodySchema, document, { reportInput: true })
  const found = [...head, ...(body.success ? [] : issuesFromZod(body.error))]
  return found.length > 0 ? found : lintCitations(document as CompletenessPolicy)
}

/**
 * A completeness policy from its document.
 *
 * @throws ParseError `policy.head` when the head is malformed, `completeness.policy` when the body is or
 *   a rule cites a source that the head does not have; both with an issue for each field
 */
export function parseCompletenessPolicy(document: unknown): CompletenessPolicy {
  const head = parsePolicyHead(document, format)
  const issues = lintCompletenessPolicy(head)
  if (issues.length > 0) throw new ParseError(errorCatalogue, 'completeness.policy', { issues })
  return head as unknown as CompletenessPolicy
}
