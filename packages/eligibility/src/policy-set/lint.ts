import { type CivilDate, type Issue, issue, parseDuration, toDayNumber } from '@tiemchung/core'
import { policySetErrors } from '../errors/policy-set-errors.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { length, lengthOrNever } from '../policy/lengths.js'

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

type Span = EligibilityPolicy['effective']

const meet = (left: Span, right: Span) =>
  (left.to === null || right.from <= left.to) && (right.to === null || left.from <= right.to)

/** Whether some age belongs to both. */
function overlap(
  { population: left }: EligibilityPolicy,
  { population: right }: EligibilityPolicy,
) {
  const begin = Math.max(length(left.ageFrom), length(right.ageFrom))
  return begin < Math.min(lengthOrNever(left.ageBefore), lengthOrNever(right.ageBefore))
}

/** On no day do two policies speak about one age: only one of them would be heard. */
function lintOverlaps(policies: readonly EligibilityPolicy[]): Issue[] {
  return policies.flatMap((policy, index) => {
    const earlier = policies.slice(0, index).filter((one) => one.id !== policy.id)
    const twice = earlier.some(
      (one) =>
        one.ageTransition?.toPolicy !== policy.id &&
        meet(one.effective, policy.effective) &&
        overlap(one, policy),
    )
    const path = [index, 'population']
    return twice ? [issue(policySetErrors, 'eligibility.policy-set.bands', { path })] : []
  })
}

/** What an answer rests on is named by id and version. */
function lintNames(policies: readonly EligibilityPolicy[]): Issue[] {
  const names = policies.map(({ id, version }) => `${id}@${version}`)
  return names.flatMap((name, index) => {
    if (names.indexOf(name) === index) return []
    const path = [index, 'version']
    return [issue(policySetErrors, 'eligibility.policy-set.duplicate', { path })]
  })
}

/** Everything that is wrong with policies taken together; the first step of a path is the place in the list. */
export function lintPolicySet(policies: readonly EligibilityPolicy[]): readonly Issue[] {
  return [
    ...lintVersions(policies),
    ...lintBands(policies),
    ...lintOverlaps(policies),
    ...lintNames(policies),
  ]
}
