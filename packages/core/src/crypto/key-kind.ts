/** Reads what kind of key a SubjectPublicKeyInfo holds: just enough DER for five shapes. */
import { hexOctets } from '../bytes.js'
import { keyErrors } from '../errors/crypto-errors.js'
import { ParseError } from '../sdk-error.js'
import type { KeyKind } from './types.js'

/**
 * Everything before the coordinates or the key octets, and the length of the whole: of these keys DER
 * has one form each (RFC 5480 with uncompressed points, RFC 8410).
 */
const fixed: readonly (readonly [Uint8Array, KeyKind, number])[] = [
  [
    hexOctets('3059301306072a8648ce3d020106082a8648ce3d03010703420004'),
    { type: 'ec', curve: 'P-256' },
    91,
  ],
  [
    hexOctets('3076301006072a8648ce3d020106052b8104002203620004'),
    { type: 'ec', curve: 'P-384' },
    120,
  ],
  [
    hexOctets('30819b301006072a8648ce3d020106052b810400230381860004'),
    { type: 'ec', curve: 'P-521' },
    158,
  ],
  [hexOctets('302a300506032b6570032100'), { type: 'ed25519' }, 44],
]

/** rsaEncryption with NULL parameters (RFC 3279 section 2.3.1). */
const rsa = hexOctets('300d06092a864886f70d0101010500')

function startsWith(bytes: Uint8Array, head: Uint8Array): boolean {
  for (let at = 0; at < head.length; at += 1) if (bytes[at] !== head[at]) return false
  return true
}

function refuse(): never {
  throw new ParseError(keyErrors, 'crypto.key')
}

/** The content of one DER element with this tag that fills the whole of `bytes`. */
function content(bytes: Uint8Array, tag: number): Uint8Array {
  const { body, rest } = element(bytes, tag)
  return rest.length === 0 ? body : refuse()
}

function element(bytes: Uint8Array, tag: number): { body: Uint8Array; rest: Uint8Array } {
  const first = bytes[1]
  if (bytes[0] !== tag || first === undefined || first === 0x80 || first > 0x82) return refuse()
  const extra = first < 0x80 ? 0 : first - 0x80
  let length = extra === 0 ? first : 0
  for (let index = 0; index < extra; index += 1) length = length * 256 + (bytes[2 + index] ?? 0)
  const least = extra === 1 ? 0x80 : 0x100
  if (extra > 0 && length < least) return refuse()
  const start = 2 + extra
  if (start + length > bytes.length) return refuse()
  return { body: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) }
}

function modulusBits(key: Uint8Array): number {
  const modulus = element(content(key, 0x30), 0x02).body
  const leading = modulus[0] === 0 ? 1 : 0
  const top = modulus[leading]
  if (top === undefined || top === 0 || (leading === 0 && top >= 0x80)) return refuse()
  return (modulus.length - leading - 1) * 8 + (32 - Math.clz32(top))
}

/**
 * The kind of key of a SubjectPublicKeyInfo in DER.
 *
 * @throws ParseError `crypto.key`
 */
export function keyKindOf(spki: Uint8Array): KeyKind {
  for (const [head, kind, length] of fixed) {
    if (spki.length === length && startsWith(spki, head)) return kind
  }
  const body = content(spki, 0x30)
  if (!startsWith(body, rsa)) return refuse()
  const bits = content(body.subarray(rsa.length), 0x03)
  return bits[0] === 0 ? { type: 'rsa', modulusBits: modulusBits(bits.subarray(1)) } : refuse()
}

/** Whether a key of this kind can have made signatures of this scheme, and how long they must be. */
export function signatureLength(kind: KeyKind, scheme: string): number | undefined {
  if (kind.type === 'ec') {
    const size = { 'P-256': 64, 'P-384': 96, 'P-521': 132 }[kind.curve]
    return scheme === 'ECDSA' ? size : undefined
  }
  if (kind.type === 'ed25519') return scheme === 'Ed25519' ? 64 : undefined
  if (scheme !== 'RSA-PSS' && scheme !== 'RSASSA-PKCS1-v1_5') return undefined
  return Math.ceil(kind.modulusBits / 8)
}
