import { type Clock, systemClock } from '@tiemchung/core'
import type { DayPolicy } from '../regime/day-policy.js'
import { covid2022SameDayPolicy } from '../regime/same-day.js'
import type { Store } from '../store/store.js'
import { find } from './kept.js'
import type { DayHead } from './record-case.js'
import { type DayOverview, reportingOf } from './reporting.js'

/** A day as a store has it. */
export interface KeptDay extends DayOverview {
  readonly head: DayHead
}

/**
 * The day that a store has, to look at and to close: for that nobody needs its policies of eligibility or a platform.
 * Undefined when no list was ever put into it, so that nobody knows whose day it is.
 */
export async function openKeptDay(
  store: Store,
  options: { readonly policy?: DayPolicy; readonly clock?: Clock } = {},
): Promise<KeptDay | undefined> {
  const { policy = covid2022SameDayPolicy, clock = systemClock } = options
  const head = await find(store, 'head', 'day')
  return head === undefined ? undefined : { head, ...reportingOf(store, head, policy, clock) }
}
