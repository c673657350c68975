import type { Params } from '@tiemchung/core'
import type { EnvelopeErrorCode } from '../errors/envelope-errors.js'

/**
 * Why a text cannot be opened. It stays inside: a report takes its code, and everybody else meets it
 * `inWords`, so that a verifier's bundle does not carry the sentences.
 */
export class EnvelopeFault extends Error {
  readonly code: EnvelopeErrorCode
  readonly params: Params | undefined

  constructor(code: EnvelopeErrorCode, params?: Params) {
    super(code)
    this.code = code
    this.params = params
  }
}

/** Ends the reading. */
export function refuse(code: EnvelopeErrorCode, params?: Params): never {
  throw new EnvelopeFault(code, params)
}
