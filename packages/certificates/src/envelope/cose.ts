/** COSE_Sign1 (RFC 9052 section 4.2): its parts as received, and the bytes that its signature covers. */
import {
  type CborMap,
  type CborOptions,
  CborTag,
  type CborValue,
  isCborMap,
} from '@tiemchung/core/cbor'
import { readCbor } from './cbor.js'
import { refuse } from './fault.js'
import type { EnvelopeTolerance } from './tolerance.js'

/** The parts of a COSE_Sign1. Byte strings are those that were received, never encoded again. */
export interface CoseSign1 {
  readonly protectedBytes: Uint8Array
  readonly protectedHeader: CborMap
  readonly unprotectedHeader: CborMap
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

/** What a reader says about the liberties it met. */
export type Notice = (tolerance: EnvelopeTolerance) => void

const sign1Tag = 18
const cwtTag = 61
const signTag = 98

/** Reads CBOR and names its liberties. */
export function readNoticed(bytes: Uint8Array, options: CborOptions, notice: Notice): CborValue {
  const { value, indefiniteLengths, longForms } = readCbor(bytes, options)
  if (indefiniteLengths) notice('indefinite-lengths')
  if (longForms) notice('long-forms')
  return value
}

function untagged(value: CborValue, notice: Notice): CborValue {
  if (!(value instanceof CborTag)) {
    notice('untagged')
    return value
  }
  if (value.tag === signTag) return refuse('envelope.cose.sign')
  if (value.tag === sign1Tag) return value.value
  const inner = value.value
  if (value.tag !== cwtTag || !(inner instanceof CborTag)) return refuse('envelope.cose.tag')
  if (inner.tag === signTag) return refuse('envelope.cose.sign')
  if (inner.tag !== sign1Tag) return refuse('envelope.cose.tag')
  notice('cwt-tag')
  return inner.value
}

/**
 * Takes a COSE_Sign1 apart: tag 18, tags 61 and 18, or none, and nothing else.
 *
 * @throws EnvelopeFault `envelope.cose.*`, `envelope.cbor.*`
 */
export function readCoseSign1(bytes: Uint8Array, options: CborOptions, notice: Notice): CoseSign1 {
  const items = untagged(readNoticed(bytes, options, notice), notice)
  if (!Array.isArray(items) || items.length !== 4) return refuse('envelope.cose.malformed')
  const [protectedBytes, unprotectedHeader, payload, signature] = items as readonly CborValue[]
  if (payload === null) return refuse('envelope.cose.detached')
  if (
    !(protectedBytes instanceof Uint8Array) ||
    !isCborMap(unprotectedHeader) ||
    !(payload instanceof Uint8Array) ||
    !(signature instanceof Uint8Array)
  ) {
    return refuse('envelope.cose.malformed')
  }
  const protectedHeader =
    protectedBytes.length === 0 ? new Map() : readNoticed(protectedBytes, options, notice)
  if (!isCborMap(protectedHeader)) return refuse('envelope.cose.malformed')
  return { protectedBytes, protectedHeader, unprotectedHeader, payload, signature }
}

/** An array of four, and its first item: the text `Signature1`. */
const opening = [0x84, 0x6a, 0x53, 0x69, 0x67, 0x6e, 0x61, 0x74, 0x75, 0x72, 0x65, 0x31]
/** The empty byte string. */
const noExternalData = [0x40]
const noBytes = new Uint8Array(0)
/** Tag 18, an array of four. */
const tagAndArray = [0xd2, 0x84]
/** The empty map. */
const noParameters = [0xa0]

function byteStringHead(length: number): readonly number[] {
  if (length < 24) return [0x40 | length]
  if (length < 0x100) return [0x58, length]
  if (length < 0x10000) return [0x59, length >> 8, length & 0xff]
  return [0x5a, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff]
}

function joined(pieces: readonly ArrayLike<number>[]): Uint8Array {
  let length = 0
  for (const piece of pieces) length += piece.length
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/**
 * The Sig_structure (RFC 9052 section 4.4): what the signature covers, over the bytes as received. An
 * empty protected header counts as no bytes, however it was written.
 */
export function sigStructure(
  parts: Pick<CoseSign1, 'protectedBytes' | 'protectedHeader' | 'payload'>,
): Uint8Array {
  const header = parts.protectedHeader.size === 0 ? noBytes : parts.protectedBytes
  const headerHead = byteStringHead(header.length)
  const payloadHead = byteStringHead(parts.payload.length)
  return joined([opening, headerHead, header, noExternalData, payloadHead, parts.payload])
}

/** A COSE_Sign1 with tag 18 and an empty unprotected header. */
export function writeCoseSign1({
  protectedBytes,
  payload,
  signature,
}: Pick<CoseSign1, 'protectedBytes' | 'payload' | 'signature'>): Uint8Array {
  return joined([
    tagAndArray,
    byteStringHead(protectedBytes.length),
    protectedBytes,
    noParameters,
    byteStringHead(payload.length),
    payload,
    byteStringHead(signature.length),
    signature,
  ])
}
