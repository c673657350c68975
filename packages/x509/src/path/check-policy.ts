/** `path.policy`: are the policies of a path what the caller and the certificates demand? */
import { unknown } from '@tiemchung/core'
import { extensionOids } from '../certificate/oids.js'
import type { Certificate } from '../certificate/read-certificate.js'
import { isSelfIssued } from './certificate-checks.js'
import { citations, judged, notApplied, type PathCheck, subjectAt } from './path-report.js'
import type { PolicyDemand } from './policy-demand.js'
import { anyPolicy, PolicyGraph } from './policy-graph.js'

/** What stands against the policies of a path, and at which certificate. */
interface PolicyRefusal {
  readonly reason:
    | 'no-acceptable-policy'
    | 'any-policy-mapped'
    | 'constraint-not-critical'
    | 'budget-exhausted'
  readonly index: number
}

/** What came of the policies of a path. */
export interface PolicyOutcome {
  readonly refusal: PolicyRefusal | undefined
  /** Acceptable policies that the path is valid for. */
  readonly policies: readonly string[]
}

const zeroIf = (inhibited: boolean | undefined): number =>
  inhibited === true ? 0 : Number.POSITIVE_INFINITY

/** The state of RFC 5280 section 6.1.2: certificates to go until a rule begins to hold. */
class PolicyState {
  readonly #graph: PolicyGraph
  #explicit: number
  #mapping: number
  #any: number

  constructor(demand: PolicyDemand, anchor: Certificate | undefined) {
    this.#explicit = zeroIf(demand.explicit)
    this.#mapping = zeroIf(demand.inhibitMapping)
    this.#any = zeroIf(demand.inhibitAny)
    this.#graph = new PolicyGraph(anchor?.extensions.policies)
    // RFC 5937 section 3: the constraints of an anchor's certificate count from the first certificate on.
    if (anchor !== undefined) this.#constrain(anchor)
  }

  /** Takes a certificate between anchor and leaf (6.1.3 (d to f), 6.1.4 (a, b, h, i, j)). */
  pass(certificate: Certificate): PolicyRefusal['reason'] | undefined {
    const selfIssued = isSelfIssued(certificate)
    const refusal = this.#take(certificate, selfIssued)
    if (refusal !== undefined) return refusal
    const mappings = certificate.extensions.policyMappings ?? []
    const isAny = (policy: string) => policy === anyPolicy
    if (mappings.some((one) => isAny(one.issuerDomain) || isAny(one.subjectDomain))) {
      return 'any-policy-mapped'
    }
    this.#graph.map(mappings, this.#mapping > 0)
    if (!selfIssued) this.#count()
    this.#constrain(certificate)
    return undefined
  }

  /** Takes the leaf and wraps up (6.1.3 (d to f), 6.1.5 (a, b, g)). */
  end(
    leaf: Certificate,
    initial: ReadonlySet<string>,
  ): Omit<PolicyOutcome, 'refusal'> & {
    readonly reason: PolicyRefusal['reason'] | undefined
  } {
    const reason = this.#take(leaf, false)
    if (reason !== undefined) return { reason, policies: [] }
    this.#count()
    if (leaf.extensions.policyConstraints?.requireExplicitPolicy === 0) this.#explicit = 0
    const policies = this.#graph.acceptable(initial)
    const missing = this.#explicit === 0 && policies.length === 0
    return { reason: missing ? 'no-acceptable-policy' : undefined, policies }
  }

  #take({ extensions }: Certificate, exempt: boolean): PolicyRefusal['reason'] | undefined {
    this.#graph.descend(extensions.policies, this.#any > 0 || exempt)
    if (this.#graph.exhausted) return 'budget-exhausted'
    return this.#explicit === 0 && this.#graph.isEmpty ? 'no-acceptable-policy' : undefined
  }

  #count(): void {
    this.#explicit = Math.max(0, this.#explicit - 1)
    this.#mapping = Math.max(0, this.#mapping - 1)
    this.#any = Math.max(0, this.#any - 1)
  }

  #constrain({ extensions }: Certificate): void {
    const { requireExplicitPolicy, inhibitPolicyMapping } = extensions.policyConstraints ?? {}
    this.#explicit = Math.min(this.#explicit, requireExplicitPolicy ?? Number.POSITIVE_INFINITY)
    this.#mapping = Math.min(this.#mapping, inhibitPolicyMapping ?? Number.POSITIVE_INFINITY)
    this.#any = Math.min(this.#any, extensions.inhibitAnyPolicy ?? Number.POSITIVE_INFINITY)
  }
}

/**
 * The policies of a path, leaf first, by RFC 5280 sections 6.1.2 to 6.1.5. `anchor` is the certificate
 * of the anchor when its extensions count, else undefined; it is not one of `below`.
 */
export function judgePolicies(
  below: readonly Certificate[],
  anchor: Certificate | undefined,
  demand: PolicyDemand = {},
): PolicyOutcome {
  const state = new PolicyState(demand, anchor)
  const [leaf, ...authorities] = below
  for (const [above, authority] of authorities.reverse().entries()) {
    const reason = state.pass(authority)
    const index = authorities.length - above
    if (reason !== undefined) return { refusal: { reason, index }, policies: [] }
  }
  if (leaf === undefined) return { refusal: undefined, policies: [] }
  const { reason, policies } = state.end(leaf, new Set(demand.acceptable ?? [anyPolicy]))
  return { refusal: reason === undefined ? undefined : { reason, index: 0 }, policies }
}

const constraintOids: readonly string[] = [
  extensionOids.policyConstraints,
  extensionOids.inhibitAnyPolicy,
]

/**
 * RFC 5280 sections 4.2.1.11 and 4.2.1.14: constraints on policies MUST be critical. Whoever states a demand
 * has them processed as section 6.1 says, critical or not; without one, such a certificate is refused.
 */
function uncritical({ extensions }: Certificate): boolean {
  return extensions.all.some((one) => !one.critical && constraintOids.includes(one.oid))
}

/** Whether a certificate says anything about policies. */
function speaksOfPolicies({ extensions }: Certificate): boolean {
  const { policies, policyMappings, policyConstraints, inhibitAnyPolicy } = extensions
  return [policies, policyMappings, policyConstraints, inhibitAnyPolicy].some(
    (one) => one !== undefined,
  )
}

/** What comes of policies that nobody speaks of. */
const noPolicies: PolicyOutcome = { refusal: undefined, policies: [] }

/** The policies of a whole path, by the demand of the caller and of its certificates; see `judgePolicies`. */
export function policiesOf(
  below: readonly Certificate[],
  anchor: Certificate | undefined,
  demand: PolicyDemand | undefined,
): PolicyOutcome {
  const counted = anchor === undefined ? below : [...below, anchor]
  if (demand === undefined && !counted.some(speaksOfPolicies)) return noPolicies
  const index = demand === undefined ? counted.findIndex(uncritical) : -1
  if (index === -1) return judgePolicies(below, anchor, demand)
  return { refusal: { reason: 'constraint-not-critical', index }, policies: [] }
}

/** The check of what came of the policies of a path. */
export function policyCheck({ refusal, policies }: PolicyOutcome): PathCheck {
  const id = 'path.policy'
  if (refusal?.reason === 'budget-exhausted') {
    return unknown(id, refusal.reason, { cite: citations[id], subject: subjectAt(refusal.index) })
  }
  if (refusal !== undefined) return judged(id, refusal.index, refusal.reason)
  // Nobody demands a policy, and the path has none that is acceptable: nothing was established.
  return policies.length === 0 ? notApplied(id, 'not-demanded') : judged(id, 0, undefined)
}
