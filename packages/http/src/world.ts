/** The host behind the defaults: clock, randomness, fetch, timers. */
import { systemClock, systemFetch, systemRandom, systemSleep } from '@tiemchung/core'
import type { Clock, FetchLike, RandomSource, Sleep } from '@tiemchung/core'

/** Rings once after some milliseconds, unless what it returns is called before. */
export type Alarm = (milliseconds: number, ring: () => void) => () => void

/** Everything that a client needs from outside. */
export interface HttpWorld {
  readonly fetch: FetchLike
  readonly clock: Clock
  readonly random: RandomSource
  readonly sleep: Sleep
  readonly alarm: Alarm
}

/** The host's alarm, which keeps the process alive while a request is under way. */
export const systemAlarm: Alarm = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds)
  return () => clearTimeout(timer)
}

/** The host's world. */
export const systemWorld: HttpWorld = {
  fetch: systemFetch,
  clock: systemClock,
  random: systemRandom,
  sleep: systemSleep,
  alarm: systemAlarm,
}
