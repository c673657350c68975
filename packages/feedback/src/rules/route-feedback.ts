import type { FeedbackRequest, Handler } from '@tiemchung/schemas'
import type { FeedbackPolicy, FeedbackRoute, Level } from './policy/feedback-policy.js'

/** What an item says of its place. */
export type Placed = Pick<
  FeedbackRequest,
  'type' | 'facility' | 'province' | 'district' | 'commune'
>

/** Where an item goes. */
export interface Routed {
  /** Who answers for it. */
  readonly handler: Handler
  /** Who may take it from the daily list; absent when it is with its handler at once. */
  readonly openTo?: Handler[]
}

/** Code of the unit that a level has for an item, or undefined where the item does not name its place. */
function unitOf(level: Level, item: Placed): string | undefined {
  if (level === 'ministry') return 'BYT'
  if (level === 'facility') return item.facility
  if (level === 'commune' || level === 'police') return item.commune
  if (item.province === undefined) return undefined
  if (level !== 'district') return item.province
  return item.district === undefined ? undefined : `${item.province}${item.district}`
}

function deskOf(level: Level, item: Placed): readonly Handler[] {
  const unit = unitOf(level, item)
  return unit === undefined ? [] : [{ level, unit }]
}

function fits(route: FeedbackRoute, item: Placed): boolean {
  if (route.types !== undefined && !route.types.includes(item.type)) return false
  if (deskOf(route.to, item).length === 0) return false
  return route.when === 'always' || unitOf(route.when, item) !== undefined
}

/**
 * Who answers for an item, by the first row that fits and whose unit the item names; the ministry
 * otherwise, so that nothing waits unseen (9458/BYT-CNTT).
 */
export function routeFeedback(item: Placed, policy: FeedbackPolicy): Routed {
  const route = policy.routes.find((one) => fits(one, item))
  const [handler = { level: 'ministry', unit: 'BYT' } as const] =
    route === undefined ? [] : deskOf(route.to, item)
  if (route === undefined) return { handler, openTo: [handler] }
  const openTo = route.openTo.flatMap((level) => deskOf(level, item))
  return route.openTo.length === 0 ? { handler } : { handler, openTo }
}
