import type { TimestampedJws } from '@tiemchung/schemas/wire'
import type { DaySeal } from '../seal/day-seal.js'
import { type TimestampExchange, type TimestampOptions, timestampJws } from './timestamp-jws.js'

/** A day seal with a timestamp over its signature. */
export interface TimestampedSeal extends DaySeal {
  readonly jws: TimestampedJws
}

/**
 * The day seal with a timestamp over its signature, in flattened JSON: one request for all records under it.
 *
 * It proves that the seal, and so every record under it, was there by that time; a later revocation or expiry of the
 * signer's certificate does not touch them. Its name stays (`sealHash`), so proofs and further seals that were made
 * before hold. Ask for it right after sealing: it proves nothing of the time before. Only the hash of the signature is
 * sent. The answer is checked before it is handed out.
 *
 * @throws SigningError `signing.timestamp.answer`, `signing.timestamp.unavailable`, `signing.stopped`,
 *   `signing.jws` when the seal has a timestamp already
 * @example
 * ```ts
 * import { type TimestampExchange, sealDay, timestampSeal, type TimestampTrust } from '@tiemchung/signing'
 * import type { SealDayInput, Signer } from '@tiemchung/signing'
 * async function sealAndStamp(
 *   day: SealDayInput,
 *   signer: Signer,
 *   authority: { exchange: TimestampExchange; trust: TimestampTrust },
 * ) {
 *   const { seal, proofs } = await sealDay(day, signer, { at: new Date() })
 *   const { exchange, trust } = authority
 *   return { seal: await timestampSeal(seal, exchange, { trust }), proofs }
 * }
 * ```
 */
export async function timestampSeal(
  seal: DaySeal,
  exchange: TimestampExchange,
  options: TimestampOptions = {},
): Promise<TimestampedSeal> {
  return { ...seal, jws: await timestampJws(seal.jws, exchange, options) }
}
