export {
  type CaseClass,
  type CaseFacts,
  caseClasses,
  classifyCase,
  wrongClasses,
} from './case-class.js'
export { type CasePolicy, casePolicy2262 } from './case-policy.js'
export {
  type HandOverList,
  handOverLists,
  type IdentityCase,
  type Route,
  routeCase,
} from './route-case.js'
export {
  type Corrector,
  type RoutingPolicy,
  type RoutingRule,
  routingPolicy2262,
} from './routing-policy.js'
export { type CaseTally, tallyCases, tallyFaults } from './tally-cases.js'
