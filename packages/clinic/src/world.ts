/** The host behind the defaults of the clinic. */
import {
  type Clock,
  type RandomSource,
  type Sleep,
  systemClock,
  systemRandom,
  systemSleep,
} from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'

/** What the clinic needs from outside. */
export interface ClinicWorld {
  readonly clock: Clock
  readonly random: RandomSource
  readonly sleep: Sleep
  readonly crypto: CryptoProvider
}

/** The host's world. */
const systemWorld: ClinicWorld = {
  clock: systemClock,
  random: systemRandom,
  sleep: systemSleep,
  crypto: systemCrypto,
}

/** The host's world, with what the caller brings in its place. */
export function worldOf({ clock, random, sleep, crypto }: Partial<ClinicWorld>): ClinicWorld {
  return {
    clock: clock ?? systemWorld.clock,
    random: random ?? systemWorld.random,
    sleep: sleep ?? systemWorld.sleep,
    crypto: crypto ?? systemWorld.crypto,
  }
}
