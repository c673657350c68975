export type { BusinessRule, RuleCertificateType, RuleKind } from './business-rule.js'
export { checkLogic } from './check-logic.js'
export { evaluateLogic, type LogicFault, type LogicOutcome } from './evaluate-logic.js'
export {
  evaluateRules,
  type RuleCheckId,
  type RulesOptions,
  type RulesReport,
} from './evaluate-rules.js'
export { explainRule } from './explain-rule.js'
export { parseRules } from './parse-rules.js'
export type { RuleValueSets } from './rule-data.js'
export { type RuleReason, ruleReasonCatalogue } from './rule-reasons.js'
export { ruleValueSets } from './rule-value-sets.js'
