/** The host behind the defaults of remote signing. */
import {
  type Clock,
  type FetchLike,
  type RandomSource,
  type Sleep,
  systemClock,
  systemFetch,
  systemRandom,
  systemSleep,
} from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'

/** What a remote signer needs from outside. */
export interface RemoteWorld {
  readonly clock: Clock
  readonly random: RandomSource
  readonly sleep: Sleep
  readonly fetch: FetchLike
  readonly crypto: CryptoProvider
}

/** The host's world. */
export const systemWorld: RemoteWorld = {
  clock: systemClock,
  random: systemRandom,
  sleep: systemSleep,
  fetch: systemFetch,
  crypto: systemCrypto,
}
