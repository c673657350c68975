/** Bytes and the texts that stand for them. Decoders take the one canonical form and nothing else. */
import { errorCatalogue } from './errors.js'
import { ParseError } from './sdk-error.js'

const encoder = new TextEncoder()
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The UTF-8 bytes of a text. Lone surrogates become U+FFFD, as the platform does. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/**
 * Reads UTF-8 and refuses every malformed sequence; a byte-order mark is kept as a character.
 *
 * @throws ParseError `parse.utf8`
 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes)
  } catch {
    throw new ParseError(errorCatalogue, 'parse.utf8')
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

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += hexDigits.charAt(byte >> 4) + hexDigits.charAt(byte & 15)
  return text
}

/**
 * Reads hex of either case.
 *
 * @throws ParseError `parse.hex`
 */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) {
    throw new ParseError(errorCatalogue, 'parse.hex')
  }
  const bytes = new Uint8Array(text.length / 2)
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16)
  }
  return bytes
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const standard = `${alphabet}+/`
const urlSafe = `${alphabet}-_`

function encode(bytes: Uint8Array, digits: string): string {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff
    for (bits += 8; bits >= 6; ) {
      bits -= 6
      text += digits.charAt((buffer >> bits) & 63)
    }
  }
  return bits === 0 ? text : text + digits.charAt((buffer << (6 - bits)) & 63)
}

function reverse(digits: string): Int8Array {
  const table = new Int8Array(128).fill(-1)
  for (let index = 0; index < digits.length; index += 1) table[digits.charCodeAt(index)] = index
  return table
}

const standardValues = reverse(standard)
const urlSafeValues = reverse(urlSafe)

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
 * Reads base64url without padding; refuses padding, blanks and non-zero spare bits.
 *
 * @throws ParseError `parse.base64url`
 */
export function fromBase64Url(text: string): Uint8Array {
  const bytes = decode(text, urlSafeValues)
  if (bytes === undefined) throw new ParseError(errorCatalogue, 'parse.base64url')
  return bytes
}

/** Bytes as base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, standard)
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}

/**
 * Reads base64 with its padding; refuses blanks, missing padding and non-zero spare bits.
 *
 * @throws ParseError `parse.base64`
 */
export function fromBase64(text: string): Uint8Array {
  const bare = text.replace(/={1,2}$/, '')
  const bytes = text.length % 4 === 0 ? decode(bare, standardValues) : undefined
  if (bytes === undefined || toBase64(bytes) !== text) {
    throw new ParseError(errorCatalogue, 'parse.base64')
  }
  return bytes
}

/**
 * The DER blocks of a PEM text with one of these labels (RFC 7468); text around blocks is ignored.
 *
 * @throws ParseError `parse.pem` when there is no such block or one is malformed
 */
export function fromPem(text: string, label: string): readonly Uint8Array[] {
  const block = new RegExp(
    `-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]*)-----END ${label}-----`,
    'g',
  )
  const found = [...text.matchAll(block)].map((match) => {
    try {
      return fromBase64(String(match[1]).replace(/\s+/g, ''))
    } catch (cause) {
      throw new ParseError(errorCatalogue, 'parse.pem', { cause })
    }
  })
  if (found.length === 0) throw new ParseError(errorCatalogue, 'parse.pem')
  return found
}

/** PEM text of a DER block, with lines of 64 characters. */
export function toPem(der: Uint8Array, label: string): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
