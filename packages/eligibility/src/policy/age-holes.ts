/** Ages of the population at which a dose has no product: bands with a hole between them. */
import { parseDuration } from '@tiemchung/core'
import type { AgeWindow, EligibilityPolicy, PolicyDose } from './format.js'

/** Comparable, and exact for years, months and days that do not mix. */
function ageOf(duration: string): number {
  const { months, days } = parseDuration(duration)
  return months * 31 + days
}

const endOf = ({ ageBefore }: AgeWindow) =>
  ageBefore === undefined ? Number.POSITIVE_INFINITY : ageOf(ageBefore)

/** The windows at which the products of a dose are planned. */
function windowsOf(policy: EligibilityPolicy, dose: PolicyDose): AgeWindow[] {
  const own = dose.uses ?? []
  const listed = policy.products.filter((one) => dose.products.includes(one.id))
  return [
    ...own.filter((one) => dose.products.includes(one.product)),
    ...listed.flatMap(({ id, use }) =>
      use === null || own.some((one) => one.product === id) ? [] : [use],
    ),
  ]
}

/**
 * Whether some age between the youngest and the oldest at which a dose is planned has no product. Ages before the first
 * and after the last are no hole: a dose may have ages of its own.
 */
export function hasAgeHole(policy: EligibilityPolicy, dose: PolicyDose): boolean {
  const windows = windowsOf(policy, dose).sort(
    (left, right) => ageOf(left.ageFrom) - ageOf(right.ageFrom),
  )
  let covered = windows[0] === undefined ? 0 : endOf(windows[0])
  for (const window of windows) {
    if (ageOf(window.ageFrom) > covered) return true
    covered = Math.max(covered, endOf(window))
  }
  return false
}
