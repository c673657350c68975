/** Bytes and the texts that stand for them. Decoders of base64, base64url and UTF-8 take one form only. */
import {
  base64Errors,
  base64UrlErrors,
  hexErrors,
  pemErrors,
  utf8Errors,
} from './errors/text-errors.js'
import { ParseError } from './sdk-error.js'

const encoder = /* @__PURE__ */ new TextEncoder()
const strict = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const surrogate = /[\uD800-\uDFFF]/
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/**
 * Whether a text holds half of a surrogate pair. The platform writes U+FFFD for it, so that two texts get the same bytes.
 * Nearly every text holds none at all, which is seen faster.
 */
export const hasLoneSurrogate = (text: string): boolean =>
  surrogate.test(text) && loneSurrogate.test(text)

/** The UTF-8 bytes of a text that was seen to hold no half of a surrogate pair: nothing is looked at again. */
export const encodeWellFormed = (text: string): Uint8Array => encoder.encode(text)

/**
 * The UTF-8 bytes of a text, as it is: nothing is normalized.
 *
 * @throws ParseError `parse.utf8` for half of a surrogate pair
 * @example
 * ```ts
 * import { toHex, utf8 } from '@tiemchung/core'
 * toHex(utf8('Mẫu')) // => '4de1baab75'
 * ```
 */
export function utf8(text: string): Uint8Array {
  if (hasLoneSurrogate(text)) throw new ParseError(utf8Errors, 'parse.utf8')
  return encoder.encode(text)
}

/**
 * The text of UTF-8 bytes. Overlong forms, surrogates and cut sequences are refused, never replaced; a
 * byte-order mark is kept as a character.
 *
 * @throws ParseError `parse.utf8`
 * @example
 * ```ts
 * import { fromUtf8 } from '@tiemchung/core'
 * fromUtf8(new Uint8Array([0x4d, 0xe1, 0xba, 0xab, 0x75])) // => 'Mẫu'
 * ```
 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes)
  } catch {
    throw new ParseError(utf8Errors, 'parse.utf8')
  }
}

/** All parts, one behind the other. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/** Whether two byte strings are the same. Not constant-time: never compare secrets with it. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false
  for (let index = 0; index < left.length; index += 1) {
    if (left[index] !== right[index]) return false
  }
  return true
}

const hexDigits = '0123456789abcdef'

/** The two digits of every octet. */
const hexPairs: readonly string[] = /* @__PURE__ */ Array.from(
  { length: 256 },
  (_, octet) => hexDigits.charAt(octet >> 4) + hexDigits.charAt(octet & 15),
)

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += hexPairs[byte] as string
  return text
}

/** The bytes of an even number of hex digits; for texts of our own. */
export function hexOctets(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length / 2)
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16)
  }
  return bytes
}

/**
 * The bytes of hex digits of either case; nothing may stand between them.
 *
 * @throws ParseError `parse.hex`
 */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) {
    throw new ParseError(hexErrors, 'parse.hex')
  }
  return hexOctets(text)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const standard = `${alphabet}+/`
const urlSafe = `${alphabet}-_`

/** The digits are written as octets: a text that grows by one character at a time takes 30 times its length. */
function encode(bytes: Uint8Array, digits: string): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  let written = 0
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff
    for (bits += 8; bits >= 6; ) {
      bits -= 6
      text[written] = digits.charCodeAt((buffer >> bits) & 63)
      written += 1
    }
  }
  if (bits > 0) text[written] = digits.charCodeAt((buffer << (6 - bits)) & 63)
  return strict.decode(text)
}

function reverse(digits: string): Int8Array {
  const table = new Int8Array(128).fill(-1)
  for (let index = 0; index < digits.length; index += 1) table[digits.charCodeAt(index)] = index
  return table
}

const standardValues = /* @__PURE__ */ reverse(standard)
const urlSafeValues = /* @__PURE__ */ reverse(urlSafe)

/** The bytes of an unpadded text, or undefined when it is not the canonical form. */
function decode(text: string, values: Int8Array): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let buffer = 0
  let bits = 0
  let written = 0
  for (let index = 0; index < text.length; index += 1) {
    const value = values[text.charCodeAt(index)] ?? -1
    if (value < 0) return undefined
    buffer = ((buffer << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[written] = (buffer >> bits) & 255
    written += 1
  }
  return (buffer & ((1 << bits) - 1)) === 0 ? bytes : undefined
}

/** Bytes as base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return encode(bytes, urlSafe)
}

/**
 * The bytes of base64url without padding (RFC 4648 section 5). Padding, blanks and non-zero spare bits
 * are refused, so that no two texts stand for the same bytes.
 *
 * @throws ParseError `parse.base64url`
 * @example
 * ```ts
 * import { fromBase64Url } from '@tiemchung/core'
 * fromBase64Url('_w') // => Uint8Array [255]; '_x' and '_w==' are refused
 * ```
 */
export function fromBase64Url(text: string): Uint8Array {
  const bytes = decode(text, urlSafeValues)
  if (bytes === undefined) throw new ParseError(base64UrlErrors, 'parse.base64url')
  return bytes
}

/** Bytes as base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, standard)
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}

/**
 * The bytes of base64 with its padding (RFC 4648 section 4). Blanks, missing padding and non-zero spare
 * bits are refused.
 *
 * @throws ParseError `parse.base64`
 */
export function fromBase64(text: string): Uint8Array {
  // Full groups with one or two signs of padding at the end: what is left has one canonical length.
  const bare = text.replace(/={1,2}$/, '')
  const bytes = text.length % 4 === 0 ? decode(bare, standardValues) : undefined
  if (bytes === undefined) throw new ParseError(base64Errors, 'parse.base64')
  return bytes
}

function malformedPem(cause?: unknown): ParseError {
  return new ParseError(pemErrors, 'parse.pem', { cause })
}

function pemBlock(text: string, end: string): Uint8Array {
  const length = text.indexOf(end)
  if (length < 0 || text.includes(end, length + end.length)) throw malformedPem()
  try {
    return fromBase64(text.slice(0, length).replace(/\s+/g, ''))
  } catch (cause) {
    throw malformedPem(cause)
  }
}

/**
 * The DER blocks of a PEM text that carry this label (RFC 7468), in their order. Other labels, the text
 * around blocks and blanks within them are ignored. It does not read what the DER says.
 *
 * @throws ParseError `parse.pem` when there is no such block, or when one of them is malformed: none is
 *   left out silently
 * @example
 * ```ts
 * import { fromPem, toPem } from '@tiemchung/core'
 * fromPem(toPem(new Uint8Array([48, 0]), 'CERTIFICATE'), 'CERTIFICATE').length // => 1
 * ```
 */
export function fromPem(text: string, label: string): readonly Uint8Array[] {
  const end = `-----END ${label}-----`
  const [before = '', ...blocks] = text.split(`-----BEGIN ${label}-----`)
  if (blocks.length === 0 || before.includes(end)) throw malformedPem()
  return blocks.map((block) => pemBlock(block, end))
}

/** PEM text of a DER block, with lines of 64 characters. */
export function toPem(der: Uint8Array, label: string): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
