/** Base45 (RFC 9285), canonical form only. */
import { refuse } from './fault.js'
import { inWords } from './in-words.js'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
/** More than any group or pair may be, so that one look at the sum finds it. */
const notInAlphabet = 0x10000

function valuesByCode(): Uint32Array {
  const table = new Uint32Array(128).fill(notInAlphabet)
  for (let value = 0; value < alphabet.length; value += 1) table[alphabet.charCodeAt(value)] = value
  return table
}

const values = /* @__PURE__ */ valuesByCode()

/** The value of a character; what is beyond the table is not a number. */
function valueAt(text: string, index: number): number {
  return values[text.charCodeAt(index)] as number
}

/** The bytes that a Base45 text stands for, or a fault. */
export function readBase45(text: string): Uint8Array {
  const rest = text.length % 3
  if (rest === 1) refuse('envelope.base45')
  const whole = text.length - rest
  const bytes = new Uint8Array((whole / 3) * 2 + (rest === 2 ? 1 : 0))
  let at = 0
  for (let index = 0; index < whole; index += 3) {
    const group =
      valueAt(text, index) + valueAt(text, index + 1) * 45 + valueAt(text, index + 2) * 2025
    if (!(group <= 0xffff)) refuse('envelope.base45')
    bytes[at] = group >> 8
    bytes[at + 1] = group & 0xff
    at += 2
  }
  if (rest === 2) {
    const pair = valueAt(text, whole) + valueAt(text, whole + 1) * 45
    if (!(pair <= 0xff)) refuse('envelope.base45')
    bytes[at] = pair
  }
  return bytes
}

/**
 * The bytes that a Base45 text stands for.
 *
 * Refuses lower case, blanks other than the space, groups above 65535 and pairs above 255, and a lone
 * character at the end (RFC 9285 section 6).
 *
 * @throws ParseError `envelope.base45`
 * @example
 * ```ts
 * import { decodeBase45 } from '@tiemchung/certificates/envelope'
 * decodeBase45('QED8WEX0') // => the bytes of 'ietf!'
 * ```
 */
export function decodeBase45(text: string): Uint8Array {
  return inWords(() => readBase45(text))
}

/** The two characters of every number below 45², the lower digit first. */
function allPairs(): readonly string[] {
  const digits = [...alphabet]
  return digits.flatMap((high) => digits.map((low) => low + high))
}

const pairs = /* @__PURE__ */ allPairs()

/** Bytes as Base45 text. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = ''
  const whole = bytes.length - (bytes.length % 2)
  for (let index = 0; index < whole; index += 2) {
    const group = ((bytes[index] as number) << 8) | (bytes[index + 1] as number)
    text += (pairs[group % 2025] as string) + (alphabet[Math.floor(group / 2025)] as string)
  }
  return whole < bytes.length ? text + (pairs[bytes[whole] as number] as string) : text
}
