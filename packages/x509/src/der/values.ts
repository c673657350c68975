/** The primitive values of DER, each in its one encoding. */
import { fromUtf8 } from '@tiemchung/core'
import { contentOf, type DerElement, refuse } from './cursor.js'
import { knownOid } from './known-oids.js'
import { octetAt } from './octet.js'

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
  const first = content[0]
  const second = content[1]
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
  if (content.length > 4 || octetAt(content, 0) >= 0x80) return refuse('x509.der.integer')
  return content.reduce((value, octet) => value * 256 + octet, 0)
}

/** The magnitude of an INTEGER that must not be negative, without its sign octet. */
export function readUnsigned(element: DerElement): Uint8Array {
  const content = readInteger(element)
  const first = octetAt(content, 0)
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
  if (unused === undefined || unused > 7) return refuse('x509.der.bit-string')
  if (content.length === 1) return unused === 0 ? [] : refuse('x509.der.bit-string')
  const last = octetAt(content, content.length - 1)
  const lowest = last & -last
  if (lowest !== 1 << unused) return refuse('x509.der.bit-string')
  return names.filter((_, bit) => ((content[1 + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0)
}

/** An OBJECT IDENTIFIER as dotted decimals. */
export function readOid(element: DerElement): string {
  const known = knownOid(element)
  if (known !== undefined) return known
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
  return asciiOf(element) ?? refuse('x509.der.text')
}

/** The text of octets below 128, or undefined when there are others. */
function asciiOf({ bytes, body, end }: DerElement): string | undefined {
  let text = ''
  for (let at = body; at < end; at += 1) {
    const octet = octetAt(bytes, at)
    if (octet >= 0x80) return undefined
    text += String.fromCharCode(octet)
  }
  return text
}

/** A UTF8String. */
export function readUtf8(element: DerElement): string {
  const ascii = asciiOf(element)
  if (ascii !== undefined) return ascii
  try {
    return fromUtf8(contentOf(element))
  } catch {
    return refuse('x509.der.text')
  }
}

/** Two decimal digits. */
function pairAt(bytes: Uint8Array, at: number): number {
  const tens = octetAt(bytes, at) - 0x30
  const ones = octetAt(bytes, at + 1) - 0x30
  const digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9
  return digits ? tens * 10 + ones : refuse('x509.der.time')
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/**
 * A UTCTime or GeneralizedTime in the form of RFC 5280 section 4.1.2.5: seconds written, `Z`, no
 * fraction. Two-digit years are 1950 to 2049.
 */
export function readTime({ tag, bytes, body, end }: DerElement): Date {
  const short = tag === tags.utcTime
  if (!short && tag !== tags.generalizedTime) return refuse('x509.der.tag')
  const start = short ? body + 2 : body + 4
  if (end !== start + 11 || bytes[end - 1] !== 0x5a) return refuse('x509.der.time')
  const first = pairAt(bytes, body)
  const century = short ? (first < 50 ? 20 : 19) : first
  const year = century * 100 + pairAt(bytes, start - 2)
  const month = pairAt(bytes, start)
  const day = pairAt(bytes, start + 2)
  const hour = pairAt(bytes, start + 4)
  const minute = pairAt(bytes, start + 6)
  const second = pairAt(bytes, start + 8)
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month) && hour <= 23
  if (!exists || minute > 59 || second > 59) return refuse('x509.der.time')
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // Date.UTC takes the years 0 to 99 for those of the last century.
  if (year < 100) time.setUTCFullYear(year, month - 1, day)
  return time
}
