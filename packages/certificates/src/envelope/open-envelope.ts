/** From the text of a QR code to COSE parts and claims, step by step, trusting nobody. */
import { inflate } from '#inflate'
import type { CborOptions } from '@tiemchung/core/cbor'
import type { EnvelopeErrorCode } from '../errors/envelope-errors.js'
import { readBase45 } from './base45.js'
import { type CoseSign1, type Notice, readCoseSign1, readNoticed } from './cose.js'
import { type CwtClaims, readClaims } from './cwt.js'
import { refuse } from './fault.js'
import { type CertificateHeader, headerOf } from './header.js'
import { type EnvelopeLimits, limitsFrom } from './limits.js'
import { type EnvelopeTolerance, envelopeTolerances } from './tolerance.js'

/** How a text is opened. */
export interface DecodeOptions {
  /** Liberties that are granted; others are refused. Words that are none of ours do nothing. Default: all but `uncompressed`. */
  readonly tolerances?: readonly string[]
  readonly limits?: Partial<EnvelopeLimits>
}

/** An opened text, before anybody is trusted. */
export interface OpenedEnvelope {
  /** The bytes of the COSE_Sign1. */
  readonly coseBytes: Uint8Array
  readonly cose: CoseSign1
  readonly header: CertificateHeader
  readonly claims: CwtClaims
  /** The liberties that were met, each once. */
  readonly tolerances: readonly EnvelopeTolerance[]
}

const prefix = 'HC1:'
const zlibMethod = 0x78

const codeWhenNotGranted: Readonly<Record<EnvelopeTolerance, EnvelopeErrorCode>> = {
  'line-end': 'envelope.line-end',
  uncompressed: 'envelope.inflate.absent',
  'indefinite-lengths': 'envelope.cbor.indefinite',
  'long-forms': 'envelope.cbor.long-form',
  untagged: 'envelope.cose.untagged',
  'cwt-tag': 'envelope.cose.cwt-tag',
}

/** What is granted unless the caller says otherwise: a text must still be compressed. */
const defaultTolerances = envelopeTolerances.filter((one) => one !== 'uncompressed')

function bareText(text: string, limit: number, notice: Notice): string {
  if (text.length > limit) refuse('envelope.length', { limit })
  if (!text.startsWith(prefix)) refuse('envelope.prefix')
  let end = text.length
  while (text[end - 1] === '\n' || text[end - 1] === '\r') end -= 1
  if (end < text.length) notice('line-end')
  return text.slice(prefix.length, end)
}

function inflated(bytes: Uint8Array, limit: number, notice: Notice): Uint8Array {
  // No COSE_Sign1 can begin with 0x78, the head of a CBOR text.
  if (bytes[0] !== zlibMethod) {
    notice('uncompressed')
    return bytes
  }
  const outcome = inflate(bytes, limit)
  if ('bytes' in outcome) return outcome.bytes
  return refuse(`envelope.inflate.${outcome.fault}`, { limit })
}

interface Reader {
  readonly limits: EnvelopeLimits
  readonly cbor: CborOptions
  /** The liberties that were met so far. */
  readonly met: ReadonlySet<EnvelopeTolerance>
  readonly notice: Notice
}

/** What a reader grants, and where it notes what it met. */
export function readerFor(options: DecodeOptions): Reader {
  const limits = limitsFrom(options.limits)
  const granted = options.tolerances ?? defaultTolerances
  const met = new Set<EnvelopeTolerance>()
  const notice: Notice = (tolerance) => {
    if (!granted.includes(tolerance)) refuse(codeWhenNotGranted[tolerance])
    met.add(tolerance)
  }
  const cbor = { maxDepth: limits.cborDepth, maxItems: limits.cborItems }
  return { limits, cbor, met, notice }
}

/**
 * Opens a text: prefix, Base45, zlib, CBOR, COSE, claims.
 *
 * @throws EnvelopeFault `envelope.*`
 */
export function openEnvelope(text: string, options: DecodeOptions = {}): OpenedEnvelope {
  const { limits, cbor, met, notice } = readerFor(options)
  const compressed = readBase45(bareText(text, limits.textLength, notice))
  const coseBytes = inflated(compressed, limits.inflatedBytes, notice)
  const cose = readCoseSign1(coseBytes, cbor, notice)
  const claims = readClaims(readNoticed(cose.payload, cbor, notice))
  return { coseBytes, cose, header: headerOf(cose), claims, tolerances: [...met] }
}
