/** The host of the certificate authority: WebCrypto, clock and randomness. This file alone touches them. */
import { type Clock, type RandomSource, systemClock, systemRandom } from '@tiemchung/core'

/** What making keys and certificates needs from outside. */
export interface CaWorld {
  readonly crypto: Crypto
  readonly clock: Clock
  readonly random: RandomSource
}

/** The host's world. */
export const systemWorld = (): CaWorld => ({
  crypto: globalThis.crypto,
  clock: systemClock,
  random: systemRandom,
})
