/** COSE_Sign1 (RFC 9052 section 4.2) in its one deterministic encoding: taken apart, and put together. */
import { equalBytes, isSdkError } from '@tiemchung/core'
import {
  type CborMap,
  CborTag,
  type CborValue,
  decodeDeterministicCbor,
  encodeCbor,
  isCborMap,
} from '@tiemchung/core/cbor'

/** A COSE_Sign1 taken apart; nothing of it is believed yet. */
export interface CoseParts {
  readonly protectedBytes: Uint8Array
  /** Undefined when the octets are no deterministic map. */
  readonly protectedHeader: CborMap | undefined
  readonly unprotectedHeader: CborMap
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

/** A COSE_Sign1 taken apart, or why it could not be. `no-payload`: it is detached, and nothing was given for it. */
export type Apart = CoseParts | { readonly refused: string }

/** How a COSE_Sign1 is taken apart. */
export interface ApartTerms {
  /** The payload that was sent beside a detached one; beside an attached one it must be the same octets. */
  readonly given?: Uint8Array
  /** Whether tag 18 may be missing. */
  readonly untagged?: boolean
}

const sign1Tag = 18
const noBytes = new Uint8Array(0)
/** A record is some 2 kB and a chain some 4 kB; nothing near this size is read. */
const longestCose = 196_608
/** Tag, list, header, claims; and the chain, which is the longest list. */
const limits = { maxDepth: 4, maxItems: 64 }

function itemOf(bytes: Uint8Array): { readonly item: CborValue } | { readonly refused: string } {
  try {
    return { item: decodeDeterministicCbor(bytes, limits) }
  } catch (caught) {
    if (!isSdkError(caught)) throw caught
    return { refused: `cbor-${String(caught.params['reason'])}` }
  }
}

function mapOf(bytes: Uint8Array): CborMap | undefined {
  const read = itemOf(bytes)
  return 'item' in read && isCborMap(read.item) ? read.item : undefined
}

function partsOf(
  item: CborValue,
  untagged: boolean,
): readonly CborValue[] | { readonly refused: string } {
  if (!(item instanceof CborTag) && !untagged) return { refused: 'untagged' }
  if (item instanceof CborTag && item.tag !== sign1Tag) return { refused: 'other-tag' }
  const parts = item instanceof CborTag ? item.value : item
  return Array.isArray(parts) && parts.length === 4 ? parts : { refused: 'not-cose-sign1' }
}

function payloadOf(
  sent: CborValue,
  given: Uint8Array | undefined,
): Uint8Array | { readonly refused: string } {
  const payload = sent === null ? given : sent
  if (payload === undefined) return { refused: sent === null ? 'no-payload' : 'not-cose-sign1' }
  if (!(payload instanceof Uint8Array)) return { refused: 'not-cose-sign1' }
  const differs = given !== undefined && !equalBytes(given, payload)
  return differs ? { refused: 'payload-differs' } : payload
}

/** Takes a COSE_Sign1 apart. One message has one text: every other encoding of it is refused. */
export function takeApart(bytes: unknown, { given, untagged = false }: ApartTerms = {}): Apart {
  if (!(bytes instanceof Uint8Array)) return { refused: 'not-octets' }
  if (bytes.length > longestCose) return { refused: 'too-large' }
  const read = itemOf(bytes)
  if ('refused' in read) return read
  const parts = partsOf(read.item, untagged)
  if ('refused' in parts) return parts
  const [protectedBytes, unprotectedHeader, sent, signature] = parts
  const sound =
    protectedBytes instanceof Uint8Array &&
    isCborMap(unprotectedHeader) &&
    signature instanceof Uint8Array
  if (!sound) return { refused: 'not-cose-sign1' }
  const payload = payloadOf(sent, given)
  if (!(payload instanceof Uint8Array)) return payload
  return {
    protectedBytes,
    protectedHeader: mapOf(protectedBytes),
    unprotectedHeader,
    payload,
    signature,
  }
}

/** The Sig_structure (RFC 9052 section 4.4), which the signature covers. There is no external data. */
export function sigStructure(protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array {
  return encodeCbor(['Signature1', protectedBytes, noBytes, payload])
}

/** A COSE_Sign1 with tag 18 and an empty unprotected header; with `null` for its payload it is detached. */
export function putTogether(
  protectedBytes: Uint8Array,
  payload: Uint8Array | null,
  signature: Uint8Array,
): Uint8Array {
  return encodeCbor(new CborTag(sign1Tag, [protectedBytes, new Map(), payload, signature]))
}
