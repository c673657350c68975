/** From one policy to its neighbour, when a person grows out of the first. */
import type { Status } from '../policy/format.js'
import type { PolicySet } from '../policy-set/define.js'
import type { Answer, Reason } from './answer.js'
import { type Day, toDate } from './days.js'
import { bandIn, planOf } from './govern.js'
import type { Run } from './outlook.js'
import type { Case } from './rules.js'

/** Where the policy that was asked is left behind: already, or before the dose can be given. */
export function handoverOf(
  set: PolicySet,
  branches: readonly { readonly one: Case }[],
  run: Run | undefined,
  status: Status,
): Answer['handover'] {
  let policy = ''
  let last = Number.NEGATIVE_INFINITY
  for (const { one } of branches) {
    const plan = planOf(set, set.program, one.on)
    const from = bandIn(one.bands, plan).end
    const inVain = run === undefined ? status === 'tooOld' : run.from >= from
    if (plan.transition === null || (one.on < from && !inVain)) return null
    policy = plan.transition.to
    last = Math.max(last, from)
  }
  return { policy, from: toDate(last) }
}

/** The note on a course that began under one policy and goes on under another. */
export function transitionReasons(
  set: PolicySet,
  { history }: Case,
  run: Run | undefined,
  on: Day,
): Reason[] {
  const begun = history.counted.at(-1)?.policy
  const policy = run?.policy ?? null
  if (begun === undefined || policy === null || begun === policy) return []
  const { transition } = planOf(set, begun, on)
  if (transition === null || !transition.review) return []
  const { cite, assumes } = transition.grounds
  const params = { policy }
  return [
    { rule: 'age-transition', kind: 'ageTransition', effect: 'informs', cite, assumes, params },
  ]
}
