import { type Items, mapInOrder } from '@tiemchung/core'
import { besideOthers } from '@tiemchung/core/crypto'
import { systemCrypto } from '../world.js'
import type { VerifyOptions } from './context.js'
import type { VerificationReport } from './report.js'
import { verifyCertificate } from './verify-certificate.js'

/** How many texts are verified. */
export interface VerifyManyOptions extends VerifyOptions {
  /** How many signatures may be under way at a time. Default 64. */
  readonly inFlight?: number
}

/**
 * A report of each of many texts, in their order, as `verifyCertificate` makes it. Signatures are checked
 * beside each other on the host's thread pool.
 *
 * A report is given as soon as it and all before it are there: of texts that arrive one by one, each is
 * answered when it comes. No more is read of the texts than the reader takes, so memory stays flat however
 * many there are. A reader that stops ends the source.
 *
 * @throws InputError `certificate-verify.at`; what the source of the texts throws
 * @example
 * ```ts
 * import { type TrustStore, verifyMany } from '@tiemchung/certificates'
 * async function countValid(texts: AsyncIterable<string>, trust: TrustStore, at: Date) {
 *   let valid = 0
 *   for await (const { verdict } of verifyMany(texts, { trust, at })) if (verdict === 'valid') valid += 1
 *   return valid
 * }
 * ```
 */
export function verifyMany(
  texts: Items<string>,
  { inFlight = 64, crypto = systemCrypto, ...options }: VerifyManyOptions,
): AsyncGenerator<VerificationReport, void, undefined> {
  // One instant for all of them, whatever becomes of the date meanwhile.
  const each = { ...options, at: new Date(options.at), crypto: besideOthers(crypto) }
  return mapInOrder(texts, inFlight, (text) => verifyCertificate(text, each))
}
