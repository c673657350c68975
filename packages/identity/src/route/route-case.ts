import type { IdentityStatus, Person } from '@tiemchung/schemas'
import type { Corrector, RoutingPolicy, RoutingRule } from './routing-policy.js'

/** An identity error of one record. */
export interface IdentityCase {
  readonly recordId: string
  readonly status: IdentityStatus
  readonly person: Pick<Person, 'permanentResidence' | 'currentResidence'>
  readonly facility: string
}

/** Where a case goes. */
export interface Route {
  readonly to: Corrector
  /** Commune code, or facility code when the rule goes by facility. */
  readonly unit: string
  readonly action: RoutingRule['action']
  readonly cite: readonly string[]
  /** The permanent residence is unknown and the current one stands in for it. */
  readonly byCurrentResidence: boolean
}

/** A list to hand over to one unit (2262/BYT-CNTT: the police sign it and hand it back). */
export interface HandOverList {
  readonly to: Corrector
  readonly unit: string
  readonly cases: readonly (IdentityCase & { readonly route: Route })[]
}

/**
 * Who must act on a case, or undefined when nobody must (matched, or not required).
 */
export function routeCase(one: IdentityCase, policy: RoutingPolicy): Route | undefined {
  const rule = policy.rules.find((candidate) => candidate.status === one.status)
  if (rule === undefined) return undefined
  const { to, action, cite } = rule
  if (rule.by === 'facility') {
    return { to, unit: one.facility, action, cite, byCurrentResidence: false }
  }
  const permanent = one.person.permanentResidence
  const unit = (permanent ?? one.person.currentResidence).commune
  return { to, unit, action, cite, byCurrentResidence: permanent === undefined }
}

/** Where an error of the dose itself goes: to the facility that gave it (9438/BYT-CNTT). */
export function routeDoseError(facility: string, policy: RoutingPolicy): Route {
  const { to, cite } = policy.dose
  return { to, unit: facility, action: 'correct-dose', cite, byCurrentResidence: false }
}

/**
 * The facility that answers for the identity, when it is not matched: a foreigner with a passport
 * (8938/BYT-DP). Undefined for everybody else, for whom the register answers or nobody yet.
 */
export function answeringFacility(
  one: Pick<IdentityCase, 'status' | 'facility'>,
  policy: RoutingPolicy,
): { readonly facility: string; readonly cite: readonly string[] } | undefined {
  if (one.status !== 'not-required') return undefined
  return { facility: one.facility, cite: policy.notMatched.cite }
}

/** All cases as lists to hand over: one for each corrector and unit, in the order of their codes. */
export function handOverLists(
  cases: readonly IdentityCase[],
  policy: RoutingPolicy,
): readonly HandOverList[] {
  const lists = new Map<
    string,
    { to: Corrector; unit: string; cases: HandOverList['cases'][number][] }
  >()
  for (const one of cases) {
    const route = routeCase(one, policy)
    if (route === undefined) continue
    const key = `${route.to} ${route.unit}`
    const list = lists.get(key) ?? { to: route.to, unit: route.unit, cases: [] }
    list.cases.push({ ...one, route })
    lists.set(key, list)
  }
  return [...lists.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, list]) => list)
}
