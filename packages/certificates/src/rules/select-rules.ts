/** Which rules count for a certificate at a place and an instant. */
import { parseInstant } from '@tiemchung/core'
import type { CertificateType } from '../payload/payload.js'
import type { BusinessRule, RuleCertificateType } from './business-rule.js'
import type { RuleReason } from './rule-reasons.js'
import { compareVersions, type Version, versionOf } from './version.js'

/** For what rules are chosen. */
export interface Selection {
  readonly at: Date
  /** Country of arrival: its acceptance rules count. */
  readonly country: string
  /** Part of that country; empty for the whole. */
  readonly region: string
  /** Country of issue: its invalidation rules count. */
  readonly issuer: string
  readonly type: CertificateType
}

/** A rule, and why it is left out, if it is. */
export interface SelectedRule {
  readonly rule: BusinessRule
  readonly leftOut?: RuleReason
}

const namedType: Readonly<Record<CertificateType, RuleCertificateType>> = {
  vaccination: 'Vaccination',
  test: 'Test',
  recovery: 'Recovery',
}

const plain = (region: string | undefined) => (region ?? '').trim().toLowerCase()

function misfit(rule: BusinessRule, wanted: Selection): RuleReason | undefined {
  const acceptance = rule.Type === 'Acceptance'
  if (rule.Country !== (acceptance ? wanted.country : wanted.issuer)) return 'other-country'
  if (acceptance && plain(rule.Region) !== plain(wanted.region)) return 'other-region'
  if (rule.CertificateType !== 'General' && rule.CertificateType !== namedType[wanted.type]) {
    return 'other-type'
  }
  const inForce =
    parseInstant(rule.ValidFrom) <= wanted.at && wanted.at <= parseInstant(rule.ValidTo)
  return inForce ? undefined : 'not-in-force'
}

const oldest: Version = [0, 0, 0]
const versionIn = (rule: BusinessRule): Version => versionOf(rule.Version) ?? oldest
const lineOf = ({ Type, Identifier }: BusinessRule) => `${Type} ${Identifier}`

/**
 * Every rule in its order, with the reason of those that do not count: of the rules of the country of
 * arrival (acceptance) and of the country of issue (invalidation) that are in force at the instant and
 * about every certificate or this type, the newest version of each identifier. A version that is not in
 * force yet supersedes nothing; of two documents of the same version both count.
 */
export function selectRules(
  rules: readonly BusinessRule[],
  wanted: Selection,
): readonly SelectedRule[] {
  const newest = new Map<string, Version>()
  const judged = rules.map((rule) => ({ rule, leftOut: misfit(rule, wanted) }))
  for (const { rule, leftOut } of judged) {
    if (leftOut !== undefined) continue
    const known = newest.get(lineOf(rule)) ?? oldest
    const own = versionIn(rule)
    newest.set(lineOf(rule), compareVersions(own, known) > 0 ? own : known)
  }
  return judged.map(({ rule, leftOut }) => {
    if (leftOut !== undefined) return { rule, leftOut }
    const best = newest.get(lineOf(rule)) ?? oldest
    const isOlder = compareVersions(versionIn(rule), best) < 0
    return isOlder ? { rule, leftOut: 'superseded' } : { rule }
  })
}
