import type { Issue } from '@tiemchung/core'
import { fieldIssue } from '../problem.js'

/** Issues that name the fields that a schema refused, and nothing of their values. */
export function issuesFromPaths(
  found: readonly { readonly path: readonly PropertyKey[] }[],
  where: string,
): readonly Issue[] {
  return found
    .slice(0, 50)
    .map(({ path }) =>
      fieldIssue([where, ...path.map((step) => (typeof step === 'number' ? step : String(step)))]),
    )
}
