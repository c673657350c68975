import type { FeedbackRequest, Handler } from '@tiemchung/schemas'
import type { FeedbackPolicy, FeedbackRoute } from './policy.js'

type Carried = Pick<FeedbackRequest, 'type' | 'facility' | 'province' | 'district'>

/** Code of the unit that a level has for an item; the ministry is one. */
function unitOf(level: Handler['level'], item: Carried): string {
  if (level === 'facility') return item.facility ?? ''
  if (level === 'district') return `${item.province ?? ''}${item.district ?? ''}`
  return level === 'province' ? (item.province ?? '') : 'BYT'
}

function fits(route: FeedbackRoute, item: Carried): boolean {
  if (route.types !== undefined && !route.types.includes(item.type)) return false
  if (route.when === 'facility') return item.facility !== undefined
  if (route.when === 'district') return item.province !== undefined && item.district !== undefined
  return route.when === 'always' || item.province !== undefined
}

/**
 * Who handles an item, by the first route that fits. A policy without a route for everything leaves
 * the ministry, so that nothing waits unseen.
 */
export function routeFeedback(item: Carried, policy: FeedbackPolicy): Handler {
  const level = policy.routes.find((route) => fits(route, item))?.to ?? 'ministry'
  return { level, unit: unitOf(level, item) }
}
