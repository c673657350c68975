/** From one policy to its neighbour, when a person grows out of the first. */
import type { Status } from '../policy/format.js'
import type { PolicySet } from '../policy-set/define.js'
import type { Answer, Reason } from './answer.js'
import { type Day, toDate } from './days.js'
import { bandOf, planOf } from './govern.js'
import type { Run } from './outlook.js'
import type { Case } from './rules.js'

/** Where the policy that was asked is left behind: already, or before the dose can be given. */
export function handoverOf(
  set: PolicySet,
  branches: readonly { readonly one: Case }[],
  run: Run | undefined,
  status: Status,
): Answer['handover'] {
  const left = branches.flatMap(({ one }) => {
    const plan = planOf(set, set.program, one.on)
    const from = bandOf(plan, one.birth).end
    const inVain = run === undefined ? status === 'tooOld' : run.from >= from
    const due = plan.transition !== null && (one.on >= from || inVain)
    return due ? [{ policy: plan.transition.to, from }] : []
  })
  const [first] = left
  if (first === undefined || left.length < branches.length) return null
  return { policy: first.policy, from: toDate(Math.max(...left.map((one) => one.from))) }
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
