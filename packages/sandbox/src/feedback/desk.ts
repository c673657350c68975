/** At which desk an account sits, and what that desk has seen of an item. */
import { mayTake, routeFeedback } from '@tiemchung/feedback/rules'
import type { FeedbackItem, Handler } from '@tiemchung/schemas'
import type { Role } from '@tiemchung/schemas/wire'
import type { Account } from '../account/accounts.js'
import { policy } from './items.js'

/** Roles that handle feedback, and the level at which each does. */
const levels = {
  'facility-staff': 'facility',
  'facility-head': 'facility',
  'commune-station': 'commune',
  'commune-police': 'police',
  'district-centre': 'district',
  'provincial-cdc': 'provincial-cdc',
  province: 'province',
  ministry: 'ministry',
} as const satisfies Partial<Record<Role, Handler['level']>>

/** The roles that handle feedback. */
export const staff = Object.keys(levels) as (keyof typeof levels)[]

/** Who handles what an account handles. Units of two levels may have the same code. */
export const deskOf = ({ role, unit }: Account): Handler => ({
  level: levels[role as keyof typeof levels],
  unit: unit ?? '',
})

/** Whether a desk had an item, or had it in its daily list, when the item was at a revision. */
export function hadAt(item: FeedbackItem, revision: number, desk: Handler): boolean {
  const moved = item.events.slice(0, revision).findLast((event) => event.handler !== undefined)
  const then = moved?.handler === undefined ? routeFeedback(item.request, policy) : moved
  return mayTake(then as Pick<FeedbackItem, 'handler' | 'openTo'>, desk)
}
