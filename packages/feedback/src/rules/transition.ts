import { InputError } from '@tiemchung/core'
import type { FeedbackAction, FeedbackState } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'

type Row = Readonly<Partial<Record<FeedbackAction, FeedbackState>>>

/** What the reporter may do until the item is decided, whatever its state. */
const untouched = (state: FeedbackState): Row => ({
  attach: state,
  supplement: state,
  withdraw: 'withdrawn',
})

/** State → action → next state. What is not in the table is not allowed. */
const table: Readonly<Record<FeedbackState, Row>> = {
  'awaiting-code': { attach: 'awaiting-code', confirm: 'received', withdraw: 'withdrawn' },
  received: { ...untouched('received'), take: 'in-review', 'pass-on': 'received' },
  'in-review': {
    ...untouched('in-review'),
    'pass-on': 'received',
    ask: 'needs-information',
    approve: 'approved',
    postpone: 'later',
    reject: 'rejected',
  },
  'needs-information': {
    ...untouched('needs-information'),
    supplement: 'in-review',
    'pass-on': 'received',
    reject: 'rejected',
  },
  later: { ...untouched('later'), take: 'in-review', 'pass-on': 'received' },
  approved: { correct: 'approved', resolve: 'resolved' },
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
