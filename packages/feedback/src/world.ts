/** The host behind the defaults of the feedback clients. */
import { type Clock, type RandomSource, systemClock, systemRandom } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { CryptoProvider } from '@tiemchung/core/crypto'

/** What the clients need from outside, beside the HTTP client that they are given. */
export interface FeedbackWorld {
  readonly crypto: CryptoProvider
  readonly clock: Clock
  readonly random: RandomSource
}

/** The host's world. */
export const systemWorld: FeedbackWorld = {
  crypto: systemCrypto,
  clock: systemClock,
  random: systemRandom,
}
