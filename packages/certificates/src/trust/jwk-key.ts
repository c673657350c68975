/** Public keys as JSON Web Keys, in the spellings that trust lists have. */
import {
  canonicalBytes,
  concatBytes,
  fromBase64,
  fromHex,
  isSdkError,
  ParseError,
  toBase64Url,
} from '@tiemchung/core'
import { trustErrors } from '../errors/trust-errors.js'

type Loose = Readonly<Record<string, unknown>>

/** Everything before the coordinates in SubjectPublicKeyInfo, and their size (RFC 5480). */
const curves: Readonly<Record<string, readonly [Uint8Array, number]>> = {
  'P-256': [fromHex('3059301306072a8648ce3d020106082a8648ce3d03010703420004'), 32],
  'P-384': [fromHex('3076301006072a8648ce3d020106052b8104002203620004'), 48],
}
const rsaAlgorithm = fromHex('300d06092a864886f70d0101010500')

/** Larger than any modulus that is believed. */
const largestNumber = 2050

function refuse(): never {
  throw new ParseError(trustErrors, 'certificate-trust.jwk')
}

/**
 * Bytes in Base64 or Base64url, padded or not: key ids and numbers of the WHO's lists come in all four.
 *
 * @throws ParseError `parse.base64`
 */
export function anyBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/')
  return fromBase64(digits.padEnd(Math.ceil(digits.length / 4) * 4, '='))
}

/** A number without the zeros in front of it. */
function magnitudeOf(value: unknown): Uint8Array {
  if (typeof value !== 'string' || value.length > largestNumber * 2) return refuse()
  const octets = anyBase64(value)
  const first = octets.findIndex((octet) => octet !== 0)
  return first === -1 ? refuse() : octets.subarray(first)
}

/** A coordinate in exactly its size: browsers refuse the 33 octets that lists give it. */
function coordinateOf(value: unknown, size: number): Uint8Array {
  const magnitude = magnitudeOf(value)
  if (magnitude.length > size) return refuse()
  return concatBytes(new Uint8Array(size - magnitude.length), magnitude)
}

function ecKey({ crv, x, y }: Loose): Uint8Array {
  const curve = typeof crv === 'string' && Object.hasOwn(curves, crv) ? curves[crv] : undefined
  if (curve === undefined) return refuse()
  const [head, size] = curve
  return concatBytes(head, coordinateOf(x, size), coordinateOf(y, size))
}

/** One element in DER. */
function element(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...parts)
  const { length } = content
  const long = length < 0x80 ? [] : length < 0x100 ? [0x81] : [0x82, length >> 8]
  return concatBytes(new Uint8Array([tag, ...long, length & 0xff]), content)
}

function integer(value: unknown): Uint8Array {
  const magnitude = magnitudeOf(value)
  if (magnitude.length > largestNumber) return refuse()
  const sign = Number(magnitude[0]) >= 0x80 ? [new Uint8Array(1)] : []
  return element(0x02, ...sign, magnitude)
}

/** RFC 3279 section 2.3.1. */
function rsaKey({ n, e }: Loose): Uint8Array {
  const key = element(0x30, integer(n), integer(e))
  return element(0x30, rsaAlgorithm, element(0x03, new Uint8Array(1), key))
}

/**
 * The SubjectPublicKeyInfo of a public key in JSON (RFC 7518): EC on P-256 or P-384, or RSA.
 *
 * Numbers may be in Base64 or Base64url and have zeros in front, as those of the WHO's lists do; whether
 * a point lies on its curve is found when the key is imported. A key with a private part is refused.
 *
 * @throws ParseError `certificate-trust.jwk`
 * @example
 * ```ts
 * import { trustedKeys } from '@tiemchung/certificates'
 * import { spkiOfJwk } from '@tiemchung/certificates/trust'
 * const storeOf = (keyId: Uint8Array, jwk: unknown) =>
 *   trustedKeys([{ keyId, key: spkiOfJwk(jwk), country: 'VN' }])
 * ```
 */
export function spkiOfJwk(jwk: unknown): Uint8Array {
  if (typeof jwk !== 'object' || jwk === null || 'd' in jwk) return refuse()
  const { kty } = jwk as Loose
  try {
    if (kty === 'EC') return ecKey(jwk as Loose)
    return kty === 'RSA' ? rsaKey(jwk as Loose) : refuse()
  } catch (caught) {
    if (isSdkError(caught)) return refuse()
    throw caught
  }
}

/**
 * What the thumbprint of a key is the digest of (RFC 7638 section 3): its required members in order, with
 * numbers in the one spelling.
 *
 * @throws ParseError `certificate-trust.jwk`
 */
export function thumbprintInput(jwk: unknown): Uint8Array {
  const spki = spkiOfJwk(jwk)
  const { kty, crv, e, n } = jwk as Loose
  if (kty === 'RSA') {
    const [exponent, modulus] = [magnitudeOf(e), magnitudeOf(n)].map(toBase64Url)
    return canonicalBytes({ e: exponent, kty, n: modulus })
  }
  const size = crv === 'P-256' ? 32 : 48
  const point = spki.subarray(-2 * size)
  const [x, y] = [point.subarray(0, size), point.subarray(size)].map(toBase64Url)
  return canonicalBytes({ crv, kty, x, y })
}
