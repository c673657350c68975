import { type Check, unknown } from '@tiemchung/core'

/** All checks in the order of their ids; what was not come to is unknown, so that nothing passes unjudged. */
export function inOrder<Id extends string>(
  ids: readonly Id[],
  checks: readonly Check<Id>[],
): readonly Check<Id>[] {
  return ids.map((id) => checks.find((check) => check.id === id) ?? unknown(id, 'not-reached'))
}
