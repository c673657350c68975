/** The host behind the defaults of the feedback client. */
import { systemCrypto } from '@tiemchung/core/crypto'
import type { CryptoProvider } from '@tiemchung/core/crypto'

/** What the client needs from outside, beside the HTTP client it is given. */
export interface FeedbackWorld {
  readonly crypto: CryptoProvider
}

/** The host's world. */
export const systemWorld: FeedbackWorld = { crypto: systemCrypto }
