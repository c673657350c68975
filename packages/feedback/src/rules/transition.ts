import { InputError } from '@tiemchung/core'
import type { FeedbackState } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'

/** What can happen to an item. */
export type FeedbackAction =
  | 'confirm'
  | 'take'
  | 'ask'
  | 'supplement'
  | 'approve'
  | 'postpone'
  | 'reject'
  | 'withdraw'
  | 'resolve'

/** State → action → next state. What is not in the table is not allowed. */
const table: Readonly<Record<FeedbackState, Partial<Record<FeedbackAction, FeedbackState>>>> = {
  'awaiting-code': { confirm: 'received', withdraw: 'withdrawn' },
  received: { take: 'in-review', withdraw: 'withdrawn' },
  'in-review': {
    ask: 'needs-information',
    approve: 'approved',
    postpone: 'later',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  'needs-information': { supplement: 'in-review', reject: 'rejected', withdraw: 'withdrawn' },
  later: { take: 'in-review', withdraw: 'withdrawn' },
  approved: { resolve: 'resolved' },
  rejected: {},
  withdrawn: {},
  resolved: {},
}

/** Whether an action is allowed in a state. */
export function mayAct(state: FeedbackState, action: FeedbackAction): boolean {
  return table[state][action] !== undefined
}

/**
 * The state that an action leads to.
 *
 * @throws InputError `feedback.transition` when the state does not allow it
 */
export function transition(state: FeedbackState, action: FeedbackAction): FeedbackState {
  const next = table[state][action]
  if (next === undefined) {
    throw new InputError(errorCatalogue, 'feedback.transition', { params: { state, action } })
  }
  return next
}
