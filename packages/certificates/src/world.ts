/** The world of this package, with the host's own as defaults. */
export { systemRandom, systemSleep } from '@tiemchung/core'
export { systemCrypto } from '@tiemchung/core/crypto'
