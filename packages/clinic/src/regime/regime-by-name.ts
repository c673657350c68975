import { InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { DayPolicy } from './day-policy.js'
import { campaign17h, niis2026RealTime } from './real-time.js'
import { covid2022SameDayPolicy } from './same-day.js'

/** The regimes that have a name here. */
export const dayRegimes = ['covid-2022-same-day', 'niis-2026-real-time', 'campaign-17h'] as const

const made: Readonly<Record<string, () => DayPolicy>> = {
  'covid-2022-same-day': () => covid2022SameDayPolicy,
  'niis-2026-real-time': () => niis2026RealTime(),
  'campaign-17h': () => campaign17h,
}

/**
 * The policy of a regime by its name. A facility's own is its document: `readDayPolicy`.
 *
 * @throws InputError `clinic.policy.unknown`
 */
export function dayRegime(name: string): DayPolicy {
  const make = Object.hasOwn(made, name) ? made[name] : undefined
  if (make === undefined) throw new InputError(errorCatalogue, 'clinic.policy.unknown')
  return make()
}
