/** What a desk has seen of an item. */
import { mayTake, routeFeedback } from '@tiemchung/feedback/rules'
import type { FeedbackItem, Handler } from '@tiemchung/schemas'
import { policy } from './items.js'

/** Whether a desk had an item, or had it in its daily list, when the item was at a revision. */
export function hadAt(item: FeedbackItem, revision: number, desk: Handler): boolean {
  const moved = item.events.slice(0, revision).findLast((event) => event.handler !== undefined)
  const then = moved?.handler === undefined ? routeFeedback(item.request, policy) : moved
  return mayTake(then as Pick<FeedbackItem, 'handler' | 'openTo'>, desk)
}
