import type { FeedbackPolicy } from '../policy/feedback-policy.js'

const hour = 3_600_000

/** When an item must have been decided, should its clock never stand still (9458/BYT-CNTT: 48 hours). */
export function dueAt(receivedAt: Date, { clock }: Pick<FeedbackPolicy, 'clock'>): Date {
  return new Date(receivedAt.getTime() + clock.hours * hour)
}
