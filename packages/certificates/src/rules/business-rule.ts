/** Business rules as the EU gateway publishes them (`validation-rule.schema.json` of dgc-gateway). */

/** What a rule decides: whether a country lets in, or whether the issuer stands by its certificate. */
export type RuleKind = 'Acceptance' | 'Invalidation'

/** Which certificates a rule is about; `General` is about every one. */
export type RuleCertificateType = 'General' | 'Vaccination' | 'Test' | 'Recovery'

/** One rule document, with the names that the gateway gives its members. */
export interface BusinessRule {
  /** `VR-DE-0001`: stays the same from version to version. */
  readonly Identifier: string
  readonly Type: RuleKind
  readonly Country: string
  /** Part of a country with rules of its own. */
  readonly Region?: string
  readonly Version: string
  /** The DCC schema that the rule reads. */
  readonly SchemaVersion: string
  readonly Engine: string
  readonly EngineVersion: string
  readonly CertificateType: RuleCertificateType
  /** What the rule says, in words. */
  readonly Description: readonly { readonly lang: string; readonly desc: string }[]
  /** RFC 3339. */
  readonly ValidFrom: string
  readonly ValidTo: string
  readonly AffectedFields: readonly string[]
  /** An expression in CertLogic. */
  readonly Logic: unknown
}
