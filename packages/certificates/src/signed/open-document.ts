import { fromBase64Url, isSdkError, utf8 } from '@tiemchung/core'
import { type CryptoProvider, schemeOf } from '@tiemchung/core/crypto'
import { systemCrypto } from '../world.js'
import { type Pin, parsePin, pinOf } from './pin.js'
import {
  algorithmOfKey,
  type DocumentType,
  type ProtectedHeader,
  readHeader,
} from './protected-header.js'
import type { SignedReason } from './reasons.js'
import { membersOf, readStrictJson } from './strict-json.js'

/** Whose signatures are believed. */
export interface PinnedKeys {
  /**
   * The publisher's keys, got through another channel than the document: SubjectPublicKeyInfo in DER, or the
   * SHA-256 of it as text (`sha256:` and 64 hex digits).
   */
  readonly pins: readonly (Uint8Array | string)[]
  /** Public keys in DER that nobody vouches for: each counts only when one of the texts is its SHA-256. */
  readonly keys?: readonly Uint8Array[]
}

/** How a signed document is opened. */
export interface OpenDocumentOptions extends PinnedKeys {
  /** What the document must be. */
  readonly type: DocumentType
  /** The largest document that is read, as signed, in bytes. Default 16 MiB. */
  readonly maxBytes?: number
  /** Default: the host's. */
  readonly crypto?: CryptoProvider
}

/** A document whose signature holds. */
export interface OpenedDocument {
  readonly status: 'passed'
  /** What the JSON says; its fields are not checked. */
  readonly document: Readonly<Record<string, unknown>>
  /** The exact bytes that were signed. */
  readonly bytes: Uint8Array
  /** Their SHA-256. */
  readonly digest: Pin
  /** The pin of the key that signed. */
  readonly signedBy: Pin
}

/** Why a document is not believed: `failed`, or `unknown` when no key is there to tell. */
export interface RefusedDocument {
  readonly status: 'failed' | 'unknown'
  readonly reason: SignedReason
}

const failed = (reason: SignedReason): RefusedDocument => ({ status: 'failed', reason })

interface Parts {
  readonly protected: string
  readonly payload: string
  readonly signature: string
}

/** Exactly the three members of RFC 7515 section 7.2.2 that are protected or make the protection. */
function partsOf(bytes: Uint8Array): Parts | RefusedDocument {
  const json = readStrictJson(bytes)
  if ('refused' in json) {
    return failed(json.refused === 'not-json' ? 'not-signed' : json.refused)
  }
  const members = membersOf(json.value) ?? {}
  const { protected: head, payload, signature } = members
  const texts = [head, payload, signature].every((one) => typeof one === 'string')
  if (!texts || Object.keys(members).length !== 3) return failed('not-signed')
  return members as unknown as Parts
}

function decoded(text: string): Uint8Array | undefined {
  try {
    return fromBase64Url(text)
  } catch (caught) {
    if (isSdkError(caught)) return undefined
    throw caught
  }
}

/** The pinned key that the header names. */
async function keyFor(
  kid: Pin,
  { pins, keys = [] }: PinnedKeys,
  crypto: CryptoProvider,
): Promise<Uint8Array | RefusedDocument> {
  if (pins.length === 0) return { status: 'unknown', reason: 'no-pins' }
  let isPinned = false
  for (const pin of pins) {
    if (typeof pin !== 'string') {
      if ((await pinOf(pin, crypto)) === kid) return pin
    } else if (parsePin(pin) === kid) isPinned = true
  }
  if (!isPinned) return failed('key-not-pinned')
  for (const key of keys) if ((await pinOf(key, crypto)) === kid) return key
  return { status: 'unknown', reason: 'key-missing' }
}

/** The algorithm is the key's; the header must agree. */
function keyRefusal(key: Uint8Array, { alg }: ProtectedHeader): SignedReason | undefined {
  try {
    const own = algorithmOfKey(key)
    if (own === undefined) return 'key-not-allowed'
    return own === alg ? undefined : 'algorithm-not-of-key'
  } catch (caught) {
    if (isSdkError(caught)) return 'key-not-allowed'
    throw caught
  }
}

async function signatureRefusal(
  parts: Parts,
  header: ProtectedHeader,
  key: Uint8Array,
  crypto: CryptoProvider,
): Promise<SignedReason | undefined> {
  const refusal = keyRefusal(key, header)
  const signature = decoded(parts.signature)
  if (refusal !== undefined || signature === undefined) return refusal ?? 'not-signed'
  try {
    const imported = await crypto.importPublicKey(key)
    const input = utf8(`${parts.protected}.${parts.payload}`)
    const holds = await crypto.verify(schemeOf[header.alg], imported, signature, input)
    return holds === true ? undefined : 'signature-does-not-hold'
  } catch (caught) {
    if (isSdkError(caught)) return 'key-not-allowed'
    throw caught
  }
}

/** What was signed, once its signature holds. */
async function contentOf(
  payload: string,
  signedBy: Pin,
  crypto: CryptoProvider,
): Promise<OpenedDocument | RefusedDocument> {
  const bytes = decoded(payload)
  if (bytes === undefined) return failed('not-signed')
  const json = readStrictJson(bytes)
  if ('refused' in json) {
    return failed(json.refused === 'not-json' ? 'not-a-document' : json.refused)
  }
  const document = membersOf(json.value)
  if (document === undefined) return failed('not-a-document')
  return { status: 'passed', document, bytes, digest: await pinOf(bytes, crypto), signedBy }
}

/**
 * A document that `signDocument` signed, when a pinned key signed it as this type; else why not.
 *
 * Nothing of the document can be reached before the signature holds, and no key in it is believed. It
 * does not establish that the document is current or sound: `openSnapshot` does for lists.
 *
 * @throws InputError `certificate-signed.pin` for a pin that is no SHA-256
 * @example
 * ```ts
 * import { openDocument } from '@tiemchung/certificates/signed'
 * async function read(file: Uint8Array, publisherKey: Uint8Array) {
 *   const type = 'tiemchung.trust-list+jws'
 *   const reading = await openDocument(file, { type, pins: [publisherKey] })
 *   return reading.status === 'passed' ? reading.document : reading.reason
 * }
 * ```
 */
export async function openDocument(
  file: Uint8Array,
  options: OpenDocumentOptions,
): Promise<OpenedDocument | RefusedDocument> {
  const { type, maxBytes = 16_777_216, crypto = systemCrypto } = options
  if (!(file.length <= maxBytes)) return failed('too-large')
  const parts = partsOf(file)
  if ('status' in parts) return parts
  const head = decoded(parts.protected)
  if (head === undefined) return failed('not-signed')
  const header = readHeader(head, type)
  if ('refused' in header) return failed(header.refused)
  const key = await keyFor(header.kid, options, crypto)
  if ('status' in key) return key
  const refusal = await signatureRefusal(parts, header, key, crypto)
  return refusal === undefined
    ? await contentOf(parts.payload, header.kid, crypto)
    : failed(refusal)
}
