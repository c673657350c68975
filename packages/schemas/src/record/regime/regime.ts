import type { CompletenessPolicy } from '../completeness/policy.js'
import type { DeadlinePolicy } from '../deadline/deadline-policy.js'

/** What a time and a system ask of records: what must be in them, and by when. */
export interface Regime {
  readonly id: string
  readonly completeness: CompletenessPolicy
  readonly deadlines: DeadlinePolicy
}
