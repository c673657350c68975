/** The host of the certificate authority: WebCrypto, clock and randomness. This file alone touches them. */
import { type Clock, type RandomSource, systemClock, systemRandom } from '@tiemchung/core'

/** A key of the host's WebCrypto, as far as it must be known without its types. */
export interface KeyHandle {
  readonly type: string
  readonly extractable: boolean
}

/** The host's WebCrypto, or another implementation of it. */
export interface CryptoHost {
  readonly subtle: object
}

/** What making keys and certificates needs from outside. */
export interface CaWorld {
  readonly crypto: CryptoHost
  readonly clock: Clock
  readonly random: RandomSource
}

/** The host's world. */
export const systemWorld = (): CaWorld => ({
  crypto: globalThis.crypto,
  clock: systemClock,
  random: systemRandom,
})
