import {
  type AbortSignalLike,
  isSdkError,
  type RandomSource,
  SigningError,
  utf8,
} from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import {
  readTimestampResponse,
  type TimestampReport,
  timestampRequest,
  verifyTimestamp,
} from '@tiemchung/x509'
import { errorCatalogue } from '../errors.js'
import { type FlattenedJws, takeApart } from '../jws/serialization.js'
import { hostCrypto, hostRandom } from '../world.js'
import type { TimestampTrust } from './judge-timestamp.js'
import { writeUnsignedHeader } from './unsigned-header.js'

/** A signed record with a timestamp over its signature (JAdES B-T). */
export interface TimestampedRecord extends Omit<SignedRecord, 'jws'> {
  readonly jws: FlattenedJws
}

/**
 * Sends a request to a timestamp authority and gives its response, both in DER: a POST of
 * `application/timestamp-query` that is answered with `application/timestamp-reply`.
 */
export type TimestampExchange = (
  request: Uint8Array,
  options: { readonly signal?: AbortSignalLike },
) => Promise<Uint8Array>

/** How a timestamp is asked for. */
export interface TimestampOptions {
  /**
   * Whose timestamps are believed: the answer must then be valid. Without it the answer must fit what was asked, and
   * be signed, but by whom is not judged.
   */
  readonly trust?: TimestampTrust
  readonly random?: RandomSource
  readonly crypto?: CryptoProvider
  readonly signal?: AbortSignalLike
}

const nonceLength = 8

async function exchanged(
  request: Uint8Array,
  exchange: TimestampExchange,
  signal: AbortSignalLike | undefined,
): Promise<Uint8Array> {
  try {
    return await exchange(request, signal === undefined ? {} : { signal })
  } catch (caught) {
    if (isSdkError(caught)) throw caught
    const code = signal?.aborted === true ? 'signing.stopped' : 'signing.timestamp.unavailable'
    throw new SigningError(errorCatalogue, code)
  }
}

/** Without trust, only who the authority is may stay open. */
function fits(report: TimestampReport, trust: TimestampTrust | undefined): boolean {
  if (trust !== undefined) return report.verdict === 'valid'
  return report.checks.every(
    ({ id, status }) =>
      status === 'passed' ||
      status === 'skipped' ||
      (id === 'timestamp.chain' && status === 'unknown'),
  )
}

function tokenIn(response: Uint8Array): Uint8Array {
  const { token } = readTimestampResponse(response)
  if (token === undefined) throw new SigningError(errorCatalogue, 'signing.timestamp.answer')
  return token
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
  const { trust, random = hostRandom, crypto = hostCrypto, signal } = options
  const parts = takeApart(signed.jws)
  if ('refused' in parts || parts.payload.length === 0)
    throw new SigningError(errorCatalogue, 'signing.jws')
  const message = utf8(parts.signatureText)
  const imprint = { hash: 'SHA-256', digest: await crypto.digest('SHA-256', message) } as const
  const nonce = random.bytes(nonceLength)
  const asked = { nonce, ...(trust?.policy === undefined ? {} : { policy: trust.policy }) }
  const response = await exchanged(timestampRequest({ imprint, ...asked }), exchange, signal)
  const believed = trust ?? { anchors: [] }
  const report = await verifyTimestamp({ ...believed, ...asked, response, message, crypto })
  if (!fits(report, trust)) throw new SigningError(errorCatalogue, 'signing.timestamp.answer')
  const [head = '', body = ''] = signed.jws.split('.')
  const header = writeUnsignedHeader(tokenIn(response))
  const jws = { payload: body, protected: head, header, signature: parts.signatureText }
  return { ...signed, jws }
}
