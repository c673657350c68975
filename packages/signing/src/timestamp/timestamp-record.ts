import type { SignedRecord, TimestampedJws } from '@tiemchung/schemas/wire'
import { type TimestampExchange, type TimestampOptions, timestampJws } from './timestamp-jws.js'

/** A signed record with a timestamp over its signature (JAdES B-T). */
export interface TimestampedRecord extends SignedRecord {
  readonly jws: TimestampedJws
}

/**
 * The signed record with a timestamp over its signature: JAdES B-T (ETSI TS 119 182-1), in flattened JSON.
 *
 * It proves that the signature was there by that time, and so that a later revocation or expiry of the
 * signer's certificate does not touch it. Ask for it right after signing: it proves nothing of the time before. Only the
 * hash of the signature is sent. The answer is checked before it is handed out.
 *
 * @throws SigningError `signing.timestamp.answer`, `signing.timestamp.unavailable`, `signing.stopped`,
 *   `signing.jws` when the record is not a compact JWS with its payload
 * @example
 * ```ts
 * import { timestampRecord } from '@tiemchung/signing'
 * import type { SignedRecord } from '@tiemchung/schemas/wire'
 * const stamp = (signed: SignedRecord, address: string) =>
 *   timestampRecord(signed, async (body) => {
 *     const headers = { 'content-type': 'application/timestamp-query' }
 *     const answer = await fetch(address, { method: 'POST', headers, body: new Uint8Array(body) })
 *     return new Uint8Array(await answer.arrayBuffer())
 *   })
 * ```
 */
export async function timestampRecord(
  signed: SignedRecord,
  exchange: TimestampExchange,
  options: TimestampOptions = {},
): Promise<TimestampedRecord> {
  return { ...signed, jws: await timestampJws(signed.jws, exchange, options) }
}
