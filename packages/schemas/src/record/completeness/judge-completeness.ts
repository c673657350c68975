import type { Issue } from '@tiemchung/core'
import { isAbsent, type RecordDraft } from './draft.js'
import type {
  CompletenessPolicy,
  CompletenessPurpose,
  PurposeRequirements,
  Requirement,
  Supplier,
} from './policy.js'
import { found, rules, type RuleContext, type Volumes } from './rules.js'
import type { DoseRecord } from '../dose-record.js'

/** Something that is missing or wrong, and who can supply it. */
export interface CompletenessIssue extends Issue {
  /** The first is asked first. */
  readonly from: readonly Supplier[]
}

/** Whether a record is complete for a purpose, and what is missing. */
export interface Completeness {
  readonly purpose: CompletenessPurpose
  /** The policy by which it was judged: `id@version`. */
  readonly policy: string
  readonly complete: boolean
  /** In the order in which to ask. */
  readonly issues: readonly CompletenessIssue[]
}

/** What a record is judged by. */
export interface CompletenessQuestion {
  readonly policy: CompletenessPolicy
  readonly purpose: CompletenessPurpose
  /** Those of the eligibility policy in force on the day of the dose. */
  readonly volumes: Volumes
}

/** What a purpose asks for, with what it includes, which comes first. */
function requirementsOf(
  purposes: CompletenessPolicy['purposes'],
  { includes, requires }: PurposeRequirements,
): readonly Requirement[] {
  return [...includes.flatMap((other) => requirementsOf(purposes, purposes[other])), ...requires]
}

const missing = (field: string) => found('completeness.missing', field.split('.'))

/** What of one requirement does not hold. A rule that lacks a field asks for the field. */
function unmet(record: RecordDraft, one: Requirement, context: RuleContext): readonly Issue[] {
  if ('field' in one) return isAbsent(record, one.field) ? [missing(one.field)] : []
  const { needs, check } = rules[one.rule]
  const absent = needs.filter((field) => isAbsent(record, field))
  // What the check reads is there now.
  return absent.length > 0 ? absent.map(missing) : check(record as DoseRecord, context)
}

/** Each issue once, by the first requirement that led to it. */
function once(issues: readonly CompletenessIssue[]): readonly CompletenessIssue[] {
  const seen = new Map<string, CompletenessIssue>()
  for (const one of issues) {
    const key = JSON.stringify([one.code, one.path])
    if (!seen.has(key)) seen.set(key, one)
  }
  return [...seen.values()]
}

/**
 * Whether a record is complete for a purpose under a policy: what is missing or wrong, who can supply it,
 * in the order in which to ask. The parts that are there must fit their schemas; parts that are not there
 * yet are what it finds. It does not say that the record is true.
 *
 * `volumes` are those of the eligibility policy in force on the day of the dose: 2 ml for 0.2 ml is
 * refused, and so is a product for which no volume is given.
 *
 * @example
 * ```ts
 * import { covid2022SameDay, judgeCompleteness, type RecordDraft } from '@tiemchung/schemas'
 * declare const draft: RecordDraft
 * const { complete, issues } = judgeCompleteness(draft, {
 *   policy: covid2022SameDay.completeness,
 *   purpose: 'may-be-signed',
 *   volumes: { 'comirnaty-10': '0.2' },
 * })
 * for (const { from, message } of issues) console.log(from[0], message.vi)
 * ```
 */
export function judgeCompleteness(
  record: RecordDraft,
  { policy, purpose, volumes }: CompletenessQuestion,
): Completeness {
  const context = { policy, volumes }
  const asked = requirementsOf(policy.purposes, policy.purposes[purpose])
  const all = asked.flatMap((one) =>
    unmet(record, one, context).map((issue): CompletenessIssue => ({ ...issue, from: one.from })),
  )
  const rank = ({ from: [first] }: CompletenessIssue) =>
    policy.askOrder.findIndex((one) => one === first)
  const issues = [...once(all)].sort((left, right) => rank(left) - rank(right))
  const judgedBy = `${policy.id}@${policy.version}`
  return { purpose, policy: judgedBy, complete: issues.length === 0, issues }
}
