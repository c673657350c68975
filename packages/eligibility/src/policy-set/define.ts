/** A set of policies: neighbouring age bands, each with its versions over time. */
import { type CivilDate, errorsOf, hashPolicy, InputError, toDayNumber } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { Day } from '../engine/days.js'
import { policySetErrors } from '../errors/policy-set-errors.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { compilePolicy, type Plan } from './compile.js'
import { lintPolicySet } from './lint.js'
import { senseOf } from './sense.js'

/** The versions of one policy, by the day they came into force. */
export interface Program {
  readonly id: string
  readonly plans: readonly [Plan, ...Plan[]]
}

/** Policies made ready for evaluation. Make it once, use it for everybody. */
export interface PolicySet {
  readonly policies: readonly EligibilityPolicy[]
  /** Id of the policy that is asked about. */
  readonly program: string
  /** From the youngest age band to the oldest. */
  readonly programs: readonly [Program, ...Program[]]
  /** `id@version` → SHA-256 of the document; empty until `hashPolicySet`. */
  readonly hashes: ReadonlyMap<string, string>
}

/** What to look at. */
export interface PolicySetOptions {
  /** Id of the policy that is asked about; default: that of the first policy. */
  readonly program?: string
  /** Leave out versions published later: what was known on that day. Default: know all. */
  readonly asOf?: CivilDate
}

/** A version's first day out of force, as known: an end is only known once its successor is. */
function endOf(
  versions: readonly EligibilityPolicy[],
  policy: EligibilityPolicy,
  known: (one: EligibilityPolicy) => boolean,
): Day {
  const { to } = policy.effective
  if (to === null) return Number.POSITIVE_INFINITY
  const end = toDayNumber(to) + 1
  const successor = versions.find((one) => toDayNumber(one.effective.from) === end)
  return successor !== undefined && !known(successor) ? Number.POSITIVE_INFINITY : end
}

/** The plan with the number of its sense, of those that were met so far. */
function numbered(plan: Omit<Plan, 'sense'>, senses: string[]): Plan {
  const text = senseOf(plan)
  if (!senses.includes(text)) senses.push(text)
  return { ...plan, sense: senses.indexOf(text) }
}

function programOf(
  id: string,
  policies: readonly EligibilityPolicy[],
  asOf: CivilDate | undefined,
  senses: string[],
): Program[] {
  const versions = policies.filter((policy) => policy.id === id)
  const known = (policy: EligibilityPolicy) => asOf === undefined || policy.published <= asOf
  const [first, ...rest] = versions
    .filter(known)
    .map((policy) =>
      compilePolicy(policy, toDayNumber(policy.effective.from), endOf(versions, policy, known)),
    )
    .map((plan) => numbered(plan, senses))
    .sort((left, right) => left.from - right.from)
  return first === undefined ? [] : [{ id, plans: [first, ...rest] }]
}

const length = (plan: Plan) => plan.ages.from.months * 31 + plan.ages.from.days

/**
 * Makes policies ready for evaluation. Documents from outside go through `parseEligibilityPolicy` first.
 *
 * Does *not* establish that the documents say what the law says: read their sources and assumptions.
 *
 * @throws InputError `eligibility.policy-set` with an issue for each overlap, gap or pair of bands that
 *   do not meet; `eligibility.policy-set.empty`; `eligibility.policy-set.unknown-program`
 * @example
 * ```ts
 * import { definePolicySet } from '@tiemchung/eligibility'
 * import { covid19Children5To11, covid19Adolescents12To17 } from '@tiemchung/eligibility/policies'
 * const set = definePolicySet([...covid19Children5To11, ...covid19Adolescents12To17])
 * ```
 */
export function definePolicySet(
  policies: readonly EligibilityPolicy[],
  options: PolicySetOptions = {},
): PolicySet {
  const issues = errorsOf(lintPolicySet(policies))
  if (issues.length > 0) throw new InputError(policySetErrors, 'eligibility.policy-set', { issues })
  const ids = [...new Set(policies.map((policy) => policy.id))]
  const senses: string[] = []
  const [youngest, ...older] = ids
    .flatMap((id) => programOf(id, policies, options.asOf, senses))
    .sort((left, right) => length(left.plans[0]) - length(right.plans[0]))
  const program = options.program ?? ids[0]
  if (youngest === undefined || program === undefined) {
    throw new InputError(policySetErrors, 'eligibility.policy-set.empty')
  }
  const programs: readonly [Program, ...Program[]] = [youngest, ...older]
  if (!programs.some((one) => one.id === program)) {
    throw new InputError(policySetErrors, 'eligibility.policy-set.unknown-program')
  }
  return { policies, program, programs, hashes: new Map() }
}

/** The same set with the hash of each document, so that answers name exactly what they rest on. */
export async function hashPolicySet(set: PolicySet, crypto: CryptoProvider): Promise<PolicySet> {
  const hashes = await Promise.all(
    set.policies.map(
      async (policy) =>
        [`${policy.id}@${policy.version}`, await hashPolicy(policy, crypto)] as const,
    ),
  )
  return { ...set, hashes: new Map(hashes) }
}
