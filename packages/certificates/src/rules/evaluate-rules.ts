import {
  type Check,
  failed,
  InputError,
  passed,
  type Report,
  skipped,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import { rulesErrors } from '../errors/rules-errors.js'
import type { CertificateType } from '../payload/payload.js'
import type { HealthCertificateClaims } from '../verify/report.js'
import type { BusinessRule } from './business-rule.js'
import { evaluateLogic } from './evaluate-logic.js'
import { isWithinLimits } from './measure.js'
import {
  dataFor,
  hasImpossibleDate,
  type RuleData,
  readsMissing,
  type RuleValueSets,
} from './rule-data.js'
import type { RuleReason } from './rule-reasons.js'
import { type SelectedRule, selectRules } from './select-rules.js'
import { compareVersions, type Version, versionOf } from './version.js'

/** What rules are evaluated for. */
export interface RulesOptions {
  /** The verification clock: the instant of arrival, or now. */
  readonly at: Date
  /** Country of arrival, two letters as the rules have them. */
  readonly country: string
  /** A part of the country with rules of its own. Default: the rules of the whole country. */
  readonly region?: string
  /** Country whose invalidation rules count. Default: the issuer of the claims when it is a country, else that of the event. */
  readonly issuer?: string
  /** Codes by value set id: `ruleValueSets` reads the EU's. */
  readonly valueSets?: RuleValueSets
  /** Key id of the signer, of the same report as the claims. */
  readonly keyId?: Uint8Array
}

/** The ids of the checks of rules; `subject` is the identifier of the rule, `cite` has its version too. */
export type RuleCheckId = 'rule.acceptance' | 'rule.invalidation'

/** The answer of an evaluation: a check for each rule that was given, in their order. */
export interface RulesReport extends Report<RuleCheckId> {
  readonly basis: {
    /** The instant for which the answer holds, RFC 3339. */
    readonly at: string
    readonly country: string
    readonly region: string
    readonly issuer: string
    readonly type: CertificateType
  }
}

/** The edition of CertLogic (eu-dcc-business-rules) whose suite the interpreter passes. */
const certLogic: Version = [1, 3, 3]

function canRead({ Engine, EngineVersion }: BusinessRule): boolean {
  const asked = versionOf(EngineVersion)
  return Engine === 'CERTLOGIC' && asked !== undefined && compareVersions(asked, certLogic) <= 0
}

/** EU validation rules, section 5.4.2: a certificate of an older schema may lack what the rule reads. */
function fitsSchema({ SchemaVersion }: BusinessRule, { payload }: RuleData): boolean {
  const own = versionOf(payload.ver)
  const asked = versionOf(SchemaVersion)
  if (own === undefined || asked === undefined) return false
  return own[0] === asked[0] && compareVersions(own, asked) >= 0
}

/** Why a rule is not to be evaluated at all; undefined when it is. */
function obstacle(rule: BusinessRule, data: RuleData, soundDates: boolean): RuleReason | undefined {
  if (!canRead(rule)) return 'engine-unknown'
  if (!fitsSchema(rule, data)) return 'schema-differs'
  if (!soundDates) return 'impossible-date'
  if (!isWithinLimits(rule.Logic)) return 'logic-too-large'
  return readsMissing(rule.Logic, data) ? 'external-missing' : undefined
}

function checkOf(
  { rule, leftOut }: SelectedRule,
  data: RuleData,
  soundDates: boolean,
): Check<RuleCheckId> {
  const id = rule.Type === 'Acceptance' ? 'rule.acceptance' : 'rule.invalidation'
  const details = { subject: rule.Identifier, cite: `${rule.Identifier} ${rule.Version}` }
  if (leftOut !== undefined) return skipped(id, leftOut, details)
  const open = (reason: RuleReason) => unknown(id, reason, details)
  const inTheWay = obstacle(rule, data, soundDates)
  if (inTheWay !== undefined) return open(inTheWay)
  const result = evaluateLogic(rule.Logic, data)
  if (result.outcome === 'fault') return open(result.reason)
  if (result.value === true) return passed(id, details)
  const reason: RuleReason = 'rule-not-met'
  return result.value === false ? failed(id, reason, details) : open('rule-not-boolean')
}

/** An issuer that is no country, such as `CH BAG`, has no rules: those of the country of the event count. */
function issuerOf({ issuer = '', payload }: HealthCertificateClaims): string {
  if (/^[A-Z]{2}$/.test(issuer)) return issuer
  return (payload.v ?? payload.t ?? payload.r)?.[0].co ?? ''
}

/**
 * A report of every rule on the claims of a certificate: `passed` when it holds, `failed` when it does
 * not, `unknown` when it could not tell, `skipped` when it does not count here and now.
 *
 * Pass claims of a `valid` report only: rules say nothing about signatures, expiry or revocation. A rule that
 * throws, answers neither true nor false, or would run too long is `unknown`, never failed and never
 * passed. Without a rule that counts the verdict is `indeterminate`. Dates are CertLogic's, in UTC.
 *
 * @throws InputError `certificate-rules.at`, `certificate-rules.country`
 * @example
 * ```ts
 * import type { HealthCertificateClaims } from '@tiemchung/certificates'
 * import { type BusinessRule, evaluateRules } from '@tiemchung/certificates/rules'
 * const mayEnter = (claims: HealthCertificateClaims, rules: readonly BusinessRule[], at: Date) =>
 *   evaluateRules(claims, rules, { at, country: 'FR' }).verdict
 * ```
 */
export function evaluateRules(
  claims: HealthCertificateClaims,
  rules: readonly BusinessRule[],
  options: RulesOptions,
): RulesReport {
  const { at, country, region = '', valueSets = {}, keyId } = options
  if (Number.isNaN(at.getTime())) throw new InputError(rulesErrors, 'certificate-rules.at')
  if (!/^[A-Z]{2}$/.test(country)) throw new InputError(rulesErrors, 'certificate-rules.country')
  const issuer = options.issuer ?? issuerOf(claims)
  const { type } = claims
  const data = dataFor(claims, { at, country, region, issuer, valueSets, keyId })
  const soundDates = !hasImpossibleDate(claims)
  const checks = selectRules(rules, { at, country, region, issuer, type }).map((selected) =>
    checkOf(selected, data, soundDates),
  )
  return {
    verdict: verdictOf(checks),
    checks,
    basis: { at: at.toISOString(), country, region, issuer, type },
  }
}
