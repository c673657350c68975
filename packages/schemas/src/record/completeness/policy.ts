import {
  type Issue,
  issue,
  lintPolicyHead,
  ParseError,
  type PolicyHead,
  parsePolicyHead,
} from '@tiemchung/core'
import * as z from 'zod'
import { completenessErrors } from '../../errors/completeness.js'
import { schemaErrors } from '../../errors/schema.js'
import { issuesFromZod } from '../../issues-from-zod.js'

/** What a record is to be used for, each asking for more of it than the one before, by most policies. */
export const completenessPurposes = [
  'may-be-entered',
  'may-be-matched',
  'may-be-signed',
  'may-be-issued',
] as const

/** What a record is to be used for. */
export type CompletenessPurpose = (typeof completenessPurposes)[number]

/** Rules over several fields, by name; each is a named check in code. */
export const completenessRules = [
  'birth-date-plausible',
  'dates-in-order',
  'dose-number-follows',
  'number-known',
  'guardian-for-child',
  'consent-agreed',
  'screening-answered',
  'conclusion-not-milder',
  'volume-as-policy',
  'lot-not-expired',
  'identity-settled',
  'product-certifiable',
] as const

/** One rule over several fields. */
export type CompletenessRule = (typeof completenessRules)[number]

/** Those who can supply what is missing. */
export const suppliers = ['parent', 'vaccinator', 'facility', 'police', 'system'] as const

/** Somebody who can supply what is missing; `parent` stands for a guardian and for an adult, too. */
export type Supplier = (typeof suppliers)[number]

/** A field that must hold something (neither absent, nor empty, nor `unknown`), or a rule that must hold. */
export type Requirement = {
  /** Who can supply it; the first is asked first. */
  readonly from: readonly Supplier[]
  /** Ids of the sources that ask for it. */
  readonly cite: readonly string[]
} & ({ readonly field: string } | { readonly rule: CompletenessRule })

/** What one purpose asks for. */
export interface PurposeRequirements {
  /** Purposes whose requirements hold here, too. They stand before this one. */
  readonly includes: readonly CompletenessPurpose[]
  readonly requires: readonly Requirement[]
}

/** What makes a record complete, by purpose. */
export interface CompletenessPolicy extends PolicyHead {
  readonly format: 'completeness-policy/2'
  /** Age in years below which a parent or guardian must be named. */
  readonly guardianBelow: number
  /** Age in years above which a birth date is taken for a slip. */
  readonly oldestAge: number
  /** Ids of the products for which a certificate is issued. */
  readonly certifiable: readonly string[]
  /** In which order to ask those who can supply something. */
  readonly askOrder: readonly Supplier[]
  readonly purposes: Readonly<Record<CompletenessPurpose, PurposeRequirements>>
}

const format = 'completeness-policy/2'
const supplier = z.enum(suppliers)
const asked = { from: z.array(supplier).min(1), cite: z.array(z.string()).min(1) }
const requirement = z.union([
  z.strictObject({ field: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)*$/), ...asked }),
  z.strictObject({ rule: z.enum(completenessRules), ...asked }),
])
const bodySchema = z.object({
  guardianBelow: z.int().min(0).max(120),
  oldestAge: z.int().min(100).max(200),
  certifiable: z.array(z.string()),
  askOrder: z
    .array(supplier)
    .refine((order) => order.length === suppliers.length && new Set(order).size === order.length, {
      error: 'schema.choice',
    }),
  purposes: z.record(
    z.enum(completenessPurposes),
    z.strictObject({
      includes: z.array(z.enum(completenessPurposes)),
      requires: z.array(requirement),
    }),
  ),
})

type Found = readonly Issue[]
const choice = (path: readonly (string | number)[]) =>
  issue(schemaErrors, 'schema.choice', { path })

/** A purpose includes only earlier ones, so that none includes itself. */
function lintIncludes({ purposes }: CompletenessPolicy): Found {
  return completenessPurposes.flatMap((purpose, rank) =>
    purposes[purpose].includes.flatMap((other, index) =>
      completenessPurposes.indexOf(other) < rank
        ? []
        : [choice(['purposes', purpose, 'includes', index])],
    ),
  )
}

/** Citations that name no source of the head. */
function lintCitations({ sources, purposes }: CompletenessPolicy): Found {
  const known = new Set(sources.map(({ id }) => id))
  return completenessPurposes.flatMap((purpose) =>
    purposes[purpose].requires.flatMap(({ cite }, index) =>
      cite.every((id) => known.has(id))
        ? []
        : [choice(['purposes', purpose, 'requires', index, 'cite'])],
    ),
  )
}

/** Everything that is wrong with a completeness policy; empty when it is sound. */
export function lintCompletenessPolicy(document: unknown): readonly Issue[] {
  const head = lintPolicyHead(document, format)
  const body = z.safeParse(bodySchema, document, { reportInput: true })
  const found = [...head, ...(body.success ? [] : issuesFromZod(body.error))]
  if (found.length > 0) return found
  const policy = document as CompletenessPolicy
  return [...lintIncludes(policy), ...lintCitations(policy)]
}

/**
 * A completeness policy from its document.
 *
 * @throws ParseError `policy.head` when the head is malformed, `completeness.policy` when the body is, a
 *   purpose includes a later one or a requirement cites a source that the head does not have; both with
 *   an issue for each field
 */
export function parseCompletenessPolicy(document: unknown): CompletenessPolicy {
  const head = parsePolicyHead(document, format)
  const issues = lintCompletenessPolicy(head)
  if (issues.length > 0) throw new ParseError(completenessErrors, 'completeness.policy', { issues })
  return head as unknown as CompletenessPolicy
}
