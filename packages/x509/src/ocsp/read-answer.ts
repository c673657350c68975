/** One answer of a responder about one certificate: SingleResponse (RFC 6960 section 4.2.1). */
import type { HashName } from '@tiemchung/core/crypto'
import { readAlgorithmIdentifier } from '../certificate/algorithm.js'
import { digestOf } from '../certificate/digest-algorithm.js'
import { type Extension, readTaggedExtensions } from '../certificate/extensions.js'
import { type RevocationReason, revocationReasons } from '../crl/read-entry.js'
import { contentOf, type DerCursor, type DerElement, inside, refuse } from '../der/cursor.js'
import { readNull, readSmallInteger, readTime, tags } from '../der/values.js'
import { serialByValue } from './serial-number.js'

/** Which certificate an answer is about. */
export interface CertificateId {
  /** Undefined: a hash function that this package does not have. */
  readonly hash: HashName | undefined
  readonly issuerNameHash: Uint8Array
  readonly issuerKeyHash: Uint8Array
  /** Lower-case hex without leading zero octets. */
  readonly serialNumber: string
}

/** What a responder says of a certificate. */
export type AnsweredStatus =
  | { readonly status: 'good' }
  | { readonly status: 'revoked'; readonly reason: RevocationReason; readonly since: Date }
  | { readonly status: 'unknown' }

/** An answer about one certificate. */
export interface OcspAnswer {
  readonly certificate: CertificateId
  readonly says: AnsweredStatus
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
  readonly extensions: readonly Extension[]
}

/** A GeneralizedTime. */
export function readGeneralizedTime(cursor: DerCursor): Date {
  return readTime(cursor.read(tags.generalizedTime))
}

/** Reads what an explicit tag holds, to its end. */
export function explicit<Value>(element: DerElement, read: (inner: DerCursor) => Value): Value {
  const inner = inside(element)
  const value = read(inner)
  inner.finish()
  return value
}

function readCertificateId(id: DerCursor): CertificateId {
  const hash = digestOf(readAlgorithmIdentifier(id.read(tags.sequence)))
  const issuerNameHash = contentOf(id.read(tags.octetString))
  const issuerKeyHash = contentOf(id.read(tags.octetString))
  const serialNumber = serialByValue(id.read(tags.integer))
  id.finish()
  return { hash, issuerNameHash, issuerKeyHash, serialNumber }
}

const goodTag = 0x80
const revokedTag = 0xa1
const unknownTag = 0x82

function readRevocation(info: DerCursor): AnsweredStatus {
  const since = readGeneralizedTime(info)
  const tagged = info.optional(0xa0)
  const number =
    tagged === undefined
      ? 0
      : explicit(tagged, (inner) => readSmallInteger(inner.read(tags.enumerated)))
  const reason = revocationReasons[number] ?? refuse('x509.ocsp.status')
  return { status: 'revoked', reason, since }
}

function readAnsweredStatus(element: DerElement): AnsweredStatus {
  if (element.tag === revokedTag) return explicit(element, readRevocation)
  if (element.tag !== goodTag && element.tag !== unknownTag) return refuse('x509.ocsp.status')
  readNull(element)
  return { status: element.tag === goodTag ? 'good' : 'unknown' }
}

/** Reads one answer. */
export function readAnswer(answer: DerCursor): OcspAnswer {
  const certificate = readCertificateId(answer.enter(tags.sequence))
  const says = readAnsweredStatus(answer.any())
  const thisUpdate = readGeneralizedTime(answer)
  const next = answer.optional(0xa0)
  const nextUpdate = next === undefined ? undefined : explicit(next, readGeneralizedTime)
  const tagged = answer.optional(0xa1)
  answer.finish()
  const extensions = tagged === undefined ? [] : readTaggedExtensions(inside(tagged))
  return { certificate, says, thisUpdate, nextUpdate, extensions }
}
