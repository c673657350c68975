/** The host behind the defaults of the identity client. */
import {
  type Clock,
  type RandomSource,
  type Sleep,
  systemClock,
  systemRandom,
  systemSleep,
} from '@tiemchung/core'

/** What the client needs from outside, beside the HTTP client it is given. */
export interface IdentityWorld {
  readonly clock: Clock
  readonly random: RandomSource
  readonly sleep: Sleep
}

/** The host's world. */
export const systemWorld: IdentityWorld = {
  clock: systemClock,
  random: systemRandom,
  sleep: systemSleep,
}
