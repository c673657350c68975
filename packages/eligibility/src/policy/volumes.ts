import { type Issue, issue } from '@tiemchung/core'
import { policyErrors } from '../errors/policy-errors.js'
import type { EligibilityPolicy } from './format.js'

/**
 * Warnings about products whose volume is not the one that other policies give under the same id, such as `2`
 * for `0.2`: the linter alone cannot know a ten-fold dose.
 *
 * Does *not* establish that a product which no other policy knows has the right volume.
 *
 * @example
 * ```ts
 * import { type EligibilityPolicy, lintVolumes } from '@tiemchung/eligibility'
 * import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
 * const warnings = (mine: EligibilityPolicy) => lintVolumes(mine, covid19Children5To11)
 * ```
 */
export function lintVolumes(
  policy: EligibilityPolicy,
  known: readonly EligibilityPolicy[],
): readonly Issue[] {
  const products = known.flatMap((one) => one.products)
  return policy.products.flatMap(({ id, volumeMl }, index) => {
    const volumes = products.filter((one) => one.id === id).map((one) => one.volumeMl)
    const [first] = volumes.filter((one) => one !== undefined)
    if (volumeMl === undefined || first === undefined) return []
    if (volumes.some((one) => Number(one) === Number(volumeMl))) return []
    const path = ['products', index, 'volumeMl']
    const code = 'eligibility.policy.other-volume'
    return [issue(policyErrors, code, { path, severity: 'warning', params: { volume: first } })]
  })
}
