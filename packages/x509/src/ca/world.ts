/**
 * The host of the certificate authority: WebCrypto and randomness. This file alone touches them, and
 * alone turns the handles of the surface, which need no DOM types, into the host's own types.
 */
import { type RandomSource, systemRandom } from '@tiemchung/core'

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
  readonly random: RandomSource
}

/** The host's world. */
export const systemWorld = (): CaWorld => ({ crypto: globalThis.crypto, random: systemRandom })
