/** Public keys as JSON Web Keys, in the spellings that trust lists have. */
import {
  canonicalBytes,
  concatBytes,
  fromBase64,
  isSdkError,
  ParseError,
  toBase64Url,
} from '@tiemchung/core'
import { readJwk } from '@tiemchung/core/crypto'
import { trustErrors } from '../errors/trust-errors.js'

type Loose = Readonly<Record<string, unknown>>

/** The curves of keys that sign certificates, and the size of a coordinate (RFC 7518 section 6.2.1.2). */
const sizes: ReadonlyMap<unknown, number> = /* @__PURE__ */ new Map([
  ['P-256', 32],
  ['P-384', 48],
])

/** Longer than any number that is believed. */
const longestText = 4096

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

/** A number without the zeros in front of it, or with as many as its size asks for, in Base64url. */
function respelled(value: unknown, size = 0): string {
  if (typeof value !== 'string' || value.length > longestText) return refuse()
  const octets = anyBase64(value)
  const first = octets.findIndex((octet) => octet !== 0)
  if (first === -1) return refuse()
  const magnitude = octets.subarray(first)
  return toBase64Url(concatBytes(new Uint8Array(Math.max(0, size - magnitude.length)), magnitude))
}

/** The required members of a key (RFC 7638 section 3.2), with its numbers in the one spelling of RFC 7518. */
function requiredMembers({ kty, crv, e, n, x, y }: Loose): Readonly<Record<string, string>> {
  if (kty === 'RSA') return { e: respelled(e), kty, n: respelled(n) }
  const size = sizes.get(crv)
  if (kty !== 'EC' || size === undefined) return refuse()
  return { crv: crv as string, kty, x: respelled(x, size), y: respelled(y, size) }
}

/**
 * The SubjectPublicKeyInfo of a public key in JSON (RFC 7518): EC on P-256 or P-384, or RSA.
 *
 * Numbers may be in Base64 or Base64url and have zeros in front, as those of the WHO's lists do; whether
 * a point lies on its curve is found when the key is imported. A key with a private part is refused. Beyond the
 * spelling it is read by the strict reader of `@tiemchung/core/crypto`.
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
  if (typeof jwk !== 'object' || jwk === null) return refuse()
  try {
    const read = readJwk({ ...jwk, ...requiredMembers(jwk as Loose) })
    return 'spki' in read ? read.spki : refuse()
  } catch (caught) {
    if (isSdkError(caught)) return refuse()
    throw caught
  }
}

/**
 * What the thumbprint of a key that was read is the digest of (RFC 7638 section 3): its required members in order,
 * with numbers in the one spelling.
 *
 * @throws ParseError `certificate-trust.jwk`
 */
export function thumbprintInput(jwk: unknown): Uint8Array {
  return canonicalBytes(requiredMembers(jwk as Loose))
}
