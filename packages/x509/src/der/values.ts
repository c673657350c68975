/** The primitive values of DER, each in its one encoding. */
import { fromUtf8 } from '@tiemchung/core'
import { contentOf, type DerElement, refuse } from './cursor.js'

/** Universal tags that X.509 uses (X.680); bit 6 marks the constructed ones. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** BOOLEAN: 00 or FF and nothing else (X.690 11.1). */
export function readBoolean(element: DerElement): boolean {
  const value = element.bytes[element.body]
  if (element.end - element.body !== 1 || (value !== 0 && value !== 0xff)) {
    return refuse('x509.der.boolean')
  }
  return value === 0xff
}

/** A BOOLEAN that stands for `DEFAULT FALSE`: when written, it must be true (X.690 11.5). */
export function readDefaultFalse(element: DerElement | undefined): boolean {
  if (element === undefined) return false
  return readBoolean(element) ? true : refuse('x509.der.default')
}

/** The content octets of an INTEGER in its shortest form (X.690 8.3.2). */
export function readInteger(element: DerElement): Uint8Array {
  const content = contentOf(element)
  const [first, second] = content
  if (first === undefined) return refuse('x509.der.integer')
  if (second !== undefined) {
    if (first === 0 && second < 0x80) return refuse('x509.der.integer')
    if (first === 0xff && second >= 0x80) return refuse('x509.der.integer')
  }
  return content
}

/** An INTEGER (or ENUMERATED) from 0 to 2^31 - 1. */
export function readSmallInteger(element: DerElement): number {
  const content = readInteger(element)
  if (content.length > 4 || (content[0] ?? 0x80) >= 0x80) return refuse('x509.der.integer')
  return content.reduce((value, octet) => value * 256 + octet, 0)
}

/** The magnitude of an INTEGER that must not be negative, without its sign octet. */
export function readUnsigned(element: DerElement): Uint8Array {
  const content = readInteger(element)
  const first = content[0] ?? 0
  if (first >= 0x80) return refuse('x509.der.integer')
  return first === 0 && content.length > 1 ? content.subarray(1) : content
}

/** NULL. */
export function readNull(element: DerElement): void {
  if (element.end !== element.body) refuse('x509.der.tag')
}

/** A BIT STRING of whole octets. */
export function readOctetAlignedBits(element: DerElement): Uint8Array {
  if (element.bytes[element.body] !== 0 || element.end === element.body) {
    return refuse('x509.der.bit-string')
  }
  return element.bytes.subarray(element.body + 1, element.end)
}

/**
 * The names of the bits that are set, in order. Trailing zero bits and stray unused bits are refused
 * (X.690 11.2); bits beyond the names are ignored, as an extensible list demands.
 */
export function readNamedBits<Name extends string>(
  element: DerElement,
  names: readonly Name[],
): readonly Name[] {
  const content = contentOf(element)
  const unused = content[0]
  const last = content[content.length - 1] ?? 0
  if (unused === undefined || unused > 7) return refuse('x509.der.bit-string')
  if (content.length === 1) return unused === 0 ? [] : refuse('x509.der.bit-string')
  const lowest = last & -last
  if (lowest !== 1 << unused) return refuse('x509.der.bit-string')
  return names.filter((_, bit) => ((content[1 + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0)
}

/** An OBJECT IDENTIFIER as dotted decimals. */
export function readOid(element: DerElement): string {
  const content = contentOf(element)
  if (content.length === 0 || content.length > 64) return refuse('x509.der.oid')
  const arcs: number[] = []
  let arc = 0
  let fresh = true
  for (const octet of content) {
    if (fresh && octet === 0x80) return refuse('x509.der.oid')
    arc = arc * 128 + (octet & 0x7f)
    if (arc > Number.MAX_SAFE_INTEGER / 128) return refuse('x509.der.oid')
    fresh = octet < 0x80
    if (!fresh) continue
    arcs.push(arc)
    arc = 0
  }
  if (!fresh) return refuse('x509.der.oid')
  const [head = 0, ...rest] = arcs
  const root = Math.min(2, Math.floor(head / 40))
  return [root, head - root * 40, ...rest].join('.')
}

/** A string of octets below 128, such as IA5String. */
export function readAscii(element: DerElement): string {
  let text = ''
  for (const octet of contentOf(element)) {
    if (octet >= 0x80) return refuse('x509.der.text')
    text += String.fromCharCode(octet)
  }
  return text
}

/** A UTF8String. */
export function readUtf8(element: DerElement): string {
  try {
    return fromUtf8(contentOf(element))
  } catch {
    return refuse('x509.der.text')
  }
}

const utcPattern = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/
const generalizedPattern = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/

/**
 * A UTCTime or GeneralizedTime in the form of RFC 5280 section 4.1.2.5: seconds written, `Z`, no
 * fraction. Two-digit years are 1950 to 2049.
 */
export function readTime(element: DerElement): Date {
  const text = readAscii(element)
  const short = element.tag === tags.utcTime
  if (!short && element.tag !== tags.generalizedTime) return refuse('x509.der.tag')
  const match = (short ? utcPattern : generalizedPattern).exec(text)
  if (match === null) return refuse('x509.der.time')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number)
  const full = short ? (year < 50 ? 2000 + year : 1900 + year) : year
  const time = new Date(0)
  time.setUTCFullYear(full, month - 1, day)
  time.setUTCHours(hour, minute, second)
  const exists =
    time.getUTCFullYear() === full &&
    time.getUTCMonth() === month - 1 &&
    time.getUTCDate() === day &&
    time.getUTCHours() === hour &&
    time.getUTCMinutes() === minute &&
    time.getUTCSeconds() === second
  return exists ? time : refuse('x509.der.time')
}
