/** What a timestamp says: TSTInfo (RFC 3161 section 2.4.2), read from strict DER. */
import { toHex } from '@tiemchung/core'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../certificate/algorithm.js'
import { type Extension, readExtensionList } from '../certificate/extensions.js'
import { type GeneralName, readGeneralName } from '../certificate/general-name.js'
import {
  contentOf,
  type DerCursor,
  type DerElement,
  inside,
  onlyElement,
  refuse,
} from '../der/cursor.js'
import {
  readAscii,
  readDefaultFalse,
  readInteger,
  readOid,
  readSmallInteger,
  readUnsigned,
  tags,
} from '../der/values.js'
import { readFractionalTime } from './fractional-time.js'

/** A hash, and which function it is of. */
export interface ReadImprint {
  readonly algorithm: AlgorithmIdentifier
  readonly digest: Uint8Array
}

/** How far from the stated time the true one may lie. */
export interface Accuracy {
  readonly seconds: number
  readonly millis: number
  readonly micros: number
}

/** A timestamp's content: nothing in it has been checked. */
export interface TimestampInfo {
  /** The policy that the authority followed, as object identifier. */
  readonly policy: string
  readonly imprint: ReadImprint
  /** Lower-case hex. */
  readonly serialNumber: string
  /** Parts of a millisecond are cut off. */
  readonly time: Date
  /** Undefined: the token states none; its policy may. */
  readonly accuracy: Accuracy | undefined
  /** Whether the authority's tokens can be ordered by their times alone, whatever the accuracy. */
  readonly ordering: boolean
  /** The content octets of the INTEGER. */
  readonly nonce: Uint8Array | undefined
  readonly authority: GeneralName | undefined
  readonly extensions: readonly Extension[]
}

function readImprint(cursor: DerCursor): ReadImprint {
  const algorithm = readAlgorithmIdentifier(cursor.read(tags.sequence))
  const digest = contentOf(cursor.read(tags.octetString))
  cursor.finish()
  return { algorithm, digest }
}

/** RFC 3161 section 2.4.2: 1 to 999 when written. */
function thousandths(element: DerElement | undefined): number {
  if (element === undefined) return 0
  const value = readSmallInteger(element)
  return value >= 1 && value <= 999 ? value : refuse('x509.timestamp.accuracy')
}

function readAccuracy(cursor: DerCursor): Accuracy {
  const whole = cursor.optional(tags.integer)
  const seconds = whole === undefined ? 0 : readSmallInteger(whole)
  const millis = thousandths(cursor.optional(0x80))
  const micros = thousandths(cursor.optional(0x81))
  cursor.finish()
  return { seconds, millis, micros }
}

function readAuthority(element: DerElement): GeneralName {
  const cursor = inside(element)
  const name = readGeneralName(cursor.any())
  cursor.finish()
  return name
}

function readTail(cursor: DerCursor) {
  const accuracy = cursor.optional(tags.sequence)
  const ordering = readDefaultFalse(cursor.optional(tags.boolean))
  const nonce = cursor.optional(tags.integer)
  const authority = cursor.optional(0xa0)
  const extensions = cursor.optional(0xa1)
  cursor.finish()
  return {
    accuracy: accuracy === undefined ? undefined : readAccuracy(inside(accuracy)),
    ordering,
    nonce: nonce === undefined ? undefined : readInteger(nonce),
    authority: authority === undefined ? undefined : readAuthority(authority),
    extensions: extensions === undefined ? [] : readExtensionList(inside(extensions)),
  }
}

/**
 * Reads a TSTInfo.
 *
 * @throws ParseError `x509.der.*`, `x509.timestamp.*`, `x509.certificate.*`
 */
export function readTimestampInfo(der: Uint8Array): TimestampInfo {
  const cursor = inside(onlyElement(der, tags.sequence, der.length))
  if (readSmallInteger(cursor.read(tags.integer)) !== 1) refuse('x509.timestamp.version')
  const policy = readOid(cursor.read(tags.oid))
  const imprint = readImprint(cursor.enter(tags.sequence))
  const serialNumber = toHex(readUnsigned(cursor.read(tags.integer)))
  const time = readFractionalTime(readAscii(cursor.read(tags.generalizedTime)))
  return { policy, imprint, serialNumber, time, ...readTail(cursor) }
}
