export {
  type CaseClass,
  type CaseFacts,
  caseClasses,
  classifyCase,
  wrongClasses,
} from './case-class.js'
export { type CasePolicy, casePolicy2262 } from './case-policy.js'
export type {
  CorrectionActor,
  CorrectionEvent,
  CorrectionOutcome,
  CorrectionReason,
  CorrectionStep,
} from './correction-event.js'
export {
  applyCorrection,
  type CorrectionStage,
  type CorrectionState,
  correctionsOf,
  openFields,
} from './correction-state.js'
export { dayReportFaults, identityDayReport } from './day-report.js'
export {
  answeringFacility,
  type HandOverList,
  handOverLists,
  type IdentityCase,
  type Route,
  routeCase,
  routeDoseError,
} from './route-case.js'
export {
  type Corrector,
  type RoutingPolicy,
  type RoutingRule,
  routingPolicy2262,
} from './routing-policy.js'
export { type CaseTally, tallyCases, tallyFaults } from './tally-cases.js'
