/** Asks a timestamp authority for a token (RFC 3161 section 2.4.1). */
import { InputError } from '@tiemchung/core'
import { digestOids, type StrongHash } from '../certificate/digest-algorithm.js'
import { tags } from '../der/values.js'
import { writeElement, writeOid, writeUnsigned } from '../der/write.js'
import { errorCatalogue } from '../errors.js'

/** The hash of what is to be stamped. */
export interface Imprint {
  readonly hash: StrongHash
  readonly digest: Uint8Array
}

/** What is to be stamped, and how. */
export interface TimestampRequestOptions {
  readonly imprint: Imprint
  /** Random octets, at most 20; 8 are usual. Absent: an old answer cannot be told from a new one. */
  readonly nonce?: Uint8Array
  /** The policy to be followed, as object identifier. Absent: the authority's own. */
  readonly policy?: string
  /** Whether the authority's certificate is to come along. Default true. */
  readonly certReq?: boolean
}

/** Octets of each hash. */
export const digestSizes: Readonly<Record<StrongHash, number>> = {
  'SHA-256': 32,
  'SHA-384': 48,
  'SHA-512': 64,
}

const longestNonce = 20

function checkOptions({ imprint, nonce, policy }: TimestampRequestOptions): void {
  const sound =
    imprint.digest.length === digestSizes[imprint.hash] &&
    (nonce === undefined || (nonce.length > 0 && nonce.length <= longestNonce)) &&
    (policy === undefined || /^[0-2](\.(0|[1-9]\d{0,9}))+$/.test(policy))
  if (!sound) throw new InputError(errorCatalogue, 'x509.timestamp.request')
}

/**
 * A timestamp request in DER, to be sent as `application/timestamp-query`. Keep imprint and nonce:
 * `verifyTimestamp` compares both.
 *
 * @throws InputError `x509.timestamp.request`
 * @example
 * ```ts
 * import { timestampRequest } from '@tiemchung/x509'
 * const ask = (digest: Uint8Array, nonce: Uint8Array) =>
 *   timestampRequest({ imprint: { hash: 'SHA-256', digest }, nonce })
 * ```
 */
export function timestampRequest(options: TimestampRequestOptions): Uint8Array {
  checkOptions(options)
  const { imprint, nonce, policy, certReq = true } = options
  const algorithm = writeElement(
    tags.sequence,
    writeOid(digestOids[imprint.hash]),
    writeElement(tags.null),
  )
  return writeElement(
    tags.sequence,
    writeUnsigned(new Uint8Array([1])),
    writeElement(tags.sequence, algorithm, writeElement(tags.octetString, imprint.digest)),
    ...(policy === undefined ? [] : [writeOid(policy)]),
    ...(nonce === undefined ? [] : [writeUnsigned(nonce)]),
    ...(certReq ? [writeElement(tags.boolean, new Uint8Array([0xff]))] : []),
  )
}
