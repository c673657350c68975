/** Reads an OCSP response from strict DER, without judging it (RFC 6960 section 4.2.1). */
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../certificate/algorithm.js'
import { type Extension, readTaggedExtensions } from '../certificate/extensions.js'
import { type Name, readName } from '../certificate/name.js'
import {
  contentOf,
  type DerCursor,
  type DerElement,
  inside,
  onlyElement,
  rawOf,
  refuse,
} from '../der/cursor.js'
import { readOctetAlignedBits, readOid, readSmallInteger, tags } from '../der/values.js'
import { ocspOids } from './oids.js'
import { explicit, type OcspAnswer, readAnswer, readGeneralizedTime } from './read-answer.js'

const statuses = [
  'successful',
  'malformed-request',
  'internal-error',
  'try-later',
  undefined,
  'signature-required',
  'unauthorized',
] as const

/** Why a responder gave no answer. */
export type OcspRefusal = Exclude<(typeof statuses)[number], 'successful' | undefined>

/** Who signed a response: by the name or by the SHA-1 of the bits of the public key. */
export type ResponderId =
  | { readonly by: 'name'; readonly name: Name }
  | { readonly by: 'key'; readonly keyHash: Uint8Array }

/** The signed part of a response, and its signature: nothing in it has been checked. */
export interface BasicResponse {
  /** The part that is signed. */
  readonly tbs: Uint8Array
  readonly responder: ResponderId
  readonly producedAt: Date
  readonly answers: readonly OcspAnswer[]
  readonly extensions: readonly Extension[]
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  /** Certificates that came along, in DER. */
  readonly certificates: readonly Uint8Array[]
}

/** A response as it was read. */
export type OcspResponse =
  | { readonly status: 'successful'; readonly basic: BasicResponse }
  | { readonly status: OcspRefusal }

/** The largest response that is read, in octets. */
const maximumResponseSize = 262_144
/** A responder needs one or two; each that is read costs a look at its name and key. */
const maximumCertificates = 32

/**
 * Version 1 is the only one. It is the default, and DER leaves defaults out; but responders are in use
 * that write it, the signature covers it as it stands, and a response is nobody's identity.
 */
function readVersion(data: DerCursor): void {
  const tagged = data.optional(0xa0)
  if (tagged === undefined) return
  const version = explicit(tagged, (inner) => readSmallInteger(inner.read(tags.integer)))
  if (version !== 0) refuse('x509.ocsp.version')
}

function readResponder(element: DerElement): ResponderId {
  if (element.tag === 0xa1) {
    return { by: 'name', name: explicit(element, (inner) => readName(inner.read(tags.sequence))) }
  }
  if (element.tag !== 0xa2) return refuse('x509.ocsp.responder')
  return {
    by: 'key',
    keyHash: explicit(element, (inner) => contentOf(inner.read(tags.octetString))),
  }
}

function readData(data: DerCursor) {
  readVersion(data)
  const responder = readResponder(data.any())
  const producedAt = readGeneralizedTime(data)
  const list = data.enter(tags.sequence)
  const answers: OcspAnswer[] = []
  while (!list.done) answers.push(readAnswer(list.enter(tags.sequence)))
  const tagged = data.optional(0xa1)
  data.finish()
  const extensions = tagged === undefined ? [] : readTaggedExtensions(inside(tagged))
  return { responder, producedAt, answers, extensions }
}

function readCertificates(element: DerElement | undefined): readonly Uint8Array[] {
  if (element === undefined) return []
  return explicit(element, (inner) => {
    const list = inner.enter(tags.sequence)
    const certificates: Uint8Array[] = []
    while (!list.done) certificates.push(rawOf(list.read(tags.sequence)))
    if (certificates.length > maximumCertificates) refuse('x509.der.size')
    return certificates
  })
}

function readBasicResponse(der: Uint8Array): BasicResponse {
  const outer = inside(onlyElement(der, tags.sequence, maximumResponseSize))
  const data = outer.read(tags.sequence)
  const signatureAlgorithm = readAlgorithmIdentifier(outer.read(tags.sequence))
  const signature = readOctetAlignedBits(outer.read(tags.bitString))
  const certificates = readCertificates(outer.optional(0xa0))
  outer.finish()
  return {
    tbs: rawOf(data),
    ...readData(inside(data)),
    signatureAlgorithm,
    signature,
    certificates,
  }
}

function readResponseBytes(bytes: DerCursor): BasicResponse {
  if (readOid(bytes.read(tags.oid)) !== ocspOids.basicResponse) refuse('x509.ocsp.type')
  const basic = readBasicResponse(contentOf(bytes.read(tags.octetString)))
  bytes.finish()
  return basic
}

/**
 * The fields of an OCSP response in DER (RFC 6960 section 4.2.1).
 *
 * It establishes nothing: neither signature, responder nor dates are checked; `ocspStatus` and
 * `verifyPath` do. Only basic responses of version 1 up to 256 KiB are read.
 *
 * @throws ParseError `x509.der.*`, `x509.ocsp.*`, `x509.certificate.*`
 * @example
 * ```ts
 * import { readOcspResponse } from '@tiemchung/x509'
 * const busy = (der: Uint8Array) => readOcspResponse(der).status === 'try-later'
 * ```
 */
export function readOcspResponse(der: Uint8Array): OcspResponse {
  const outer = inside(onlyElement(der, tags.sequence, maximumResponseSize))
  const status = statuses[readSmallInteger(outer.read(tags.enumerated))]
  if (status === undefined) return refuse('x509.ocsp.status')
  if (status !== 'successful') {
    outer.finish()
    return { status }
  }
  // RFC 6960 section 4.2.1: response bytes are there exactly when the status is successful.
  const tagged = outer.read(0xa0)
  outer.finish()
  const basic = explicit(tagged, (inner) => readResponseBytes(inner.enter(tags.sequence)))
  return { status, basic }
}
