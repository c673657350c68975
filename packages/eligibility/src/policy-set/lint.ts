import { type CivilDate, type Issue, issue, parseDuration, toDayNumber } from '@tiemchung/core'
import { policySetErrors } from '../errors/policy-set-errors.js'
import type { EligibilityPolicy } from '../policy/format.js'

type Code = keyof typeof policySetErrors & `eligibility.policy-set.${string}`

const endOf = (to: CivilDate | null) =>
  to === null ? Number.POSITIVE_INFINITY : toDayNumber(to) + 1

/** Versions of one policy follow each other without overlap and without gap. */
function lintVersions(policies: readonly EligibilityPolicy[]): Issue[] {
  const placed = policies
    .map((policy, index) => ({ index, id: policy.id, ...policy.effective }))
    .sort((left, right) => (left.from < right.from ? -1 : 1))
  return placed.flatMap((version, place) => {
    const next = placed.slice(place + 1).find((one) => one.id === version.id)
    if (next === undefined) return []
    const distance = toDayNumber(next.from) - endOf(version.to)
    if (distance === 0) return []
    const code: Code =
      distance < 0 ? 'eligibility.policy-set.overlap' : 'eligibility.policy-set.gap'
    return [issue(policySetErrors, code, { path: [next.index, 'effective', 'from'] })]
  })
}

function sameAge(left: string, right: string | undefined): boolean {
  if (right === undefined) return false
  const [one, other] = [parseDuration(left), parseDuration(right)]
  return one.months === other.months && one.days === other.days
}

/** A policy that names its neighbour ends where the neighbour begins. */
function lintBands(policies: readonly EligibilityPolicy[]): Issue[] {
  return policies.flatMap(({ ageTransition, population }, index) => {
    const neighbours = policies.filter((one) => one.id === ageTransition?.toPolicy)
    const apart = neighbours.some((one) => !sameAge(one.population.ageFrom, population.ageBefore))
    const path = [index, 'population', 'ageBefore']
    return apart ? [issue(policySetErrors, 'eligibility.policy-set.bands', { path })] : []
  })
}

/** Everything that is wrong with policies taken together; the first step of a path is the place in the list. */
export function lintPolicySet(policies: readonly EligibilityPolicy[]): readonly Issue[] {
  return [...lintVersions(policies), ...lintBands(policies)]
}
