/** What every signature of a facility claims of its signer, in whichever form it is written. */
import { InputError, SigningError } from '@tiemchung/core'
import type { SignatureAlgorithm, Signer } from '@tiemchung/core/crypto'
import { errorCatalogue } from '../errors.js'
import { algorithmOf } from './algorithm.js'

/** Longer chains are not met and cost a verifier. */
export const longestChain = 8

/** Whether a value is a time in whole seconds since 1970, before the year 10000. */
export function isSeconds(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0 && Number(value) < 253_402_300_800
}

/** The algorithm of a signer, its own certificate, and the instant in seconds. */
export interface SigningTerms {
  readonly alg: SignatureAlgorithm
  readonly own: Uint8Array
  readonly iat: number
}

/**
 * The terms of one signer at one instant.
 *
 * @throws SigningError `signing.no-certificate`
 * @throws InputError `signing.algorithm`, `signing.instant`
 */
export function signingTerms(signer: Signer, at: Date): SigningTerms {
  const [own] = signer.chain
  if (own === undefined) throw new SigningError(errorCatalogue, 'signing.no-certificate')
  const alg = algorithmOf(signer.algorithm)
  if (alg === undefined) throw new InputError(errorCatalogue, 'signing.algorithm')
  const iat = Math.floor(at.getTime() / 1000)
  if (!isSeconds(iat)) throw new InputError(errorCatalogue, 'signing.instant')
  return { alg, own, iat }
}
