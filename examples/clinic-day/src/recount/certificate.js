/** Reads a health certificate by hand: base45 (RFC 9285), zlib, COSE_Sign1 in CBOR (RFC 8949, 9052). */
import { inflateSync } from 'node:zlib'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

function base45(text) {
  const bytes = []
  for (let place = 0; place < text.length; place += 3) {
    const part = [...text.slice(place, place + 3)].map((sign) => alphabet.indexOf(sign))
    const value = part.reduce((sum, digit, index) => sum + digit * 45 ** index, 0)
    if (part.length === 3) bytes.push(value >> 8)
    bytes.push(value & 0xff)
  }
  return Buffer.from(bytes)
}

/** The value at the start of the bytes, and where the next one begins. */
function cbor(bytes, start = 0) {
  const major = bytes[start] >> 5
  const small = bytes[start] & 31
  const size = small < 24 ? 0 : 2 ** (small - 24)
  const argument =
    size === 0
      ? small
      : size === 8
        ? Number(bytes.readBigUInt64BE(start + 1))
        : bytes.readUIntBE(start + 1, size)
  const after = start + 1 + size
  if (major === 0) return [argument, after]
  if (major === 1) return [-1 - argument, after]
  if (major === 2) return [bytes.subarray(after, after + argument), after + argument]
  if (major === 3) return [bytes.toString('utf8', after, after + argument), after + argument]
  if (major === 6) return cbor(bytes, after)
  if (major === 7) return [small, after]
  return items(bytes, after, major === 5, argument)
}

/** The members of an array or a map. */
function items(bytes, start, isMap, count) {
  const values = []
  let next = start
  for (let index = 0; index < (isMap ? count * 2 : count); index += 1) {
    const [value, after] = cbor(bytes, next)
    values.push(value)
    next = after
  }
  if (!isMap) return [values, next]
  const map = new Map()
  for (let index = 0; index < values.length; index += 2) map.set(values[index], values[index + 1])
  return [map, next]
}

function head(length, major) {
  if (length < 24) return Buffer.of((major << 5) | length)
  if (length < 256) return Buffer.of((major << 5) | 24, length)
  return Buffer.of((major << 5) | 25, length >> 8, length & 0xff)
}

const byteString = (bytes) => Buffer.concat([head(bytes.length, 2), bytes])

const algorithms = new Map([
  [-7, 'ES256'],
  [-37, 'PS256'],
])

/** What is signed, by which key, and what it says. */
export function readCertificate(text) {
  const [cose] = cbor(inflateSync(base45(text.slice('HC1:'.length))))
  const [protectedHeader, , payload, signature] = cose
  const [header] = cbor(protectedHeader)
  const [claims] = cbor(payload)
  const context = Buffer.concat([head('Signature1'.length, 3), Buffer.from('Signature1')])
  // Sig_structure = [ "Signature1", body_protected, external_aad, payload ]
  const input = Buffer.concat([
    head(4, 4),
    context,
    byteString(protectedHeader),
    byteString(Buffer.alloc(0)),
    byteString(payload),
  ])
  const health = claims.get(-260).get(1)
  return {
    algorithm: algorithms.get(header.get(1)),
    keyId: header.get(4).toString('hex'),
    input,
    signature,
    name: health.get('nam'),
    birthDate: health.get('dob'),
    dose: health.get('v')[0],
  }
}
