import type { FeedbackItem } from '@tiemchung/schemas'
import type { FeedbackPolicy } from './policy.js'

/** When an item must have been decided: so many hours after it was recorded (9458/BYT-CNTT: 48). */
export function dueAt(receivedAt: Date, policy: FeedbackPolicy): Date {
  return new Date(receivedAt.getTime() + policy.hours * 3_600_000)
}

/** How an item stands against its limit. */
export type Timeliness = 'not-started' | 'in-time' | 'overdue' | 'decided'

const undecided: readonly FeedbackItem['state'][] = ['received', 'in-review', 'needs-information']

/** How an item stands at an instant. */
export function timelinessAt(item: Pick<FeedbackItem, 'state' | 'dueAt'>, at: Date): Timeliness {
  if (item.state === 'awaiting-code') return 'not-started'
  if (!undecided.includes(item.state)) return 'decided'
  if (item.dueAt === undefined) return 'overdue'
  return at.getTime() <= Date.parse(item.dueAt) ? 'in-time' : 'overdue'
}
