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
