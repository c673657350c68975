/** Asking an authority for a timestamp over a signature. */
import {
  type AbortSignalLike,
  isSdkError,
  type RandomSource,
  SigningError,
  utf8,
} from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { TimestampedJws } from '@tiemchung/schemas/wire'
import {
  readTimestampResponse,
  type TimestampReport,
  timestampRequest,
  verifyTimestamp,
} from '@tiemchung/x509'
import { errorCatalogue } from '../errors.js'
import { takeApart } from '../jws/serialization.js'
import { hostCrypto, hostRandom } from '../world.js'
import type { TimestampTrust } from './judge-timestamp.js'
import { writeUnsignedHeader } from './unsigned-header.js'

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
  let answer: unknown
  try {
    answer = await exchange(request, signal === undefined ? {} : { signal })
  } catch (caught) {
    if (isSdkError(caught)) throw caught
    const code = signal?.aborted === true ? 'signing.stopped' : 'signing.timestamp.unavailable'
    throw new SigningError(errorCatalogue, code)
  }
  if (answer instanceof Uint8Array) return answer
  throw new SigningError(errorCatalogue, 'signing.timestamp.answer')
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
 * A compact JWS with a timestamp over its signature, in flattened JSON.
 *
 * @throws SigningError `signing.jws`, `signing.timestamp.answer`, `signing.timestamp.unavailable`, `signing.stopped`
 */
export async function timestampJws(
  jws: unknown,
  exchange: TimestampExchange,
  { trust, random = hostRandom, crypto = hostCrypto, signal }: TimestampOptions,
): Promise<TimestampedJws> {
  const parts = takeApart(jws)
  if (typeof jws !== 'string' || 'refused' in parts || parts.payload.length === 0)
    throw new SigningError(errorCatalogue, 'signing.jws')
  const message = utf8(parts.signatureText)
  const imprint = { hash: 'SHA-256', digest: await crypto.digest('SHA-256', message) } as const
  const nonce = random.bytes(nonceLength)
  const asked = { nonce, ...(trust?.policy === undefined ? {} : { policy: trust.policy }) }
  const response = await exchanged(timestampRequest({ imprint, ...asked }), exchange, signal)
  const believed = trust ?? { anchors: [] }
  const report = await verifyTimestamp({ ...believed, ...asked, response, message, crypto })
  if (!fits(report, trust)) throw new SigningError(errorCatalogue, 'signing.timestamp.answer')
  const [head = '', payload = ''] = jws.split('.')
  const header = writeUnsignedHeader(tokenIn(response))
  return { payload, protected: head, header, signature: parts.signatureText }
}
