import { readCoseSign1, sigStructure } from './cose.js'
import { type CertificateHeader, headerOf } from './header.js'
import { inWords } from './in-words.js'
import { type DecodeOptions, readerFor } from './open-envelope.js'
import type { EnvelopeTolerance } from './tolerance.js'

/** A COSE_Sign1 in its parts, whatever it carries. */
export interface DecodedCose {
  readonly header: CertificateHeader
  /** The bytes as received. */
  readonly bytes: {
    readonly protectedHeader: Uint8Array
    readonly payload: Uint8Array
    readonly signature: Uint8Array
  }
  /** What the signature must cover, without external data (RFC 9052 section 4.4). */
  readonly toBeSigned: Uint8Array
  /** Where the bytes take liberties with the specification. */
  readonly tolerances: readonly EnvelopeTolerance[]
}

/**
 * The parts of a COSE_Sign1 and the bytes that its signature covers, without checking the signature.
 *
 * The payload need not be a health certificate; for one, use `decodeCertificate`. Which algorithm may
 * be believed is decided by the key, never by this header.
 *
 * @throws ParseError `envelope.cose.*`, `envelope.cbor.*`
 * @example
 * ```ts
 * import { decodeCoseSign1 } from '@tiemchung/certificates/envelope'
 * const bytesToVerify = (cose: Uint8Array) => decodeCoseSign1(cose).toBeSigned
 * ```
 */
export function decodeCoseSign1(bytes: Uint8Array, options: DecodeOptions = {}): DecodedCose {
  const { cbor, met, notice } = readerFor(options)
  const cose = inWords(() => readCoseSign1(bytes, cbor, notice))
  return {
    header: headerOf(cose),
    bytes: {
      protectedHeader: cose.protectedBytes,
      payload: cose.payload,
      signature: cose.signature,
    },
    toBeSigned: sigStructure(cose),
    tolerances: [...met],
  }
}
