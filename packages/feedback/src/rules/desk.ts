/** Who sees and who handles an item. */
import type { FeedbackItem, Handler } from '@tiemchung/schemas'
import type { FeedbackPolicy } from './policy/feedback-policy.js'

const same = (one: Handler, other: Handler): boolean =>
  one.level === other.level && one.unit === other.unit

/** Whether an item is with a desk. */
export function isWith(item: Pick<FeedbackItem, 'handler' | 'openTo'>, desk: Handler): boolean {
  return item.openTo === undefined && same(item.handler, desk)
}

/** Whether a desk may take an item from its daily list. Its handler always may. */
export function mayTake(item: Pick<FeedbackItem, 'handler' | 'openTo'>, desk: Handler): boolean {
  return isWith(item, desk) || (item.openTo ?? []).some((one) => same(one, desk))
}

/** Whether a desk may pass an item on to another. */
export function mayPassOn(
  from: Handler,
  to: Handler,
  { passOn }: Pick<FeedbackPolicy, 'passOn'>,
): boolean {
  return !same(from, to) && passOn[from.level].includes(to.level)
}
