import type { Signer } from '@tiemchung/core/crypto'
import { markedText } from './person.js'

/** A provider that repeats what it was asked to sign when it fails, as real ones do. */
export const badSigner: Signer = {
  algorithm: 'ES256',
  chain: [],
  sign: () => Promise.reject(new Error(`cannot sign for ${markedText}`)),
}
