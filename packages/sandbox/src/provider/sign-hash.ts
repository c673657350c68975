/**
 * Signatures over digests, which neither WebCrypto nor Node offers: what a provider's HSM does. For test
 * keys only, as the arithmetic takes a time that depends on the key.
 */
import {
  constants,
  createECDH,
  createPrivateKey,
  type KeyObject,
  privateEncrypt,
  randomBytes,
} from 'node:crypto'
import { concatBytes, fromBase64Url, fromHex, toHex } from '@tiemchung/core'

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`)
const octets = (number: bigint): Uint8Array => fromHex(number.toString(16).padStart(64, '0'))

function modulo(number: bigint): bigint {
  const rest = number % order
  return rest < 0n ? rest + order : rest
}

/** By the extended algorithm of Euclid. */
function inverse(number: bigint): bigint {
  let [low, high, one, other] = [modulo(number), order, 1n, 0n]
  while (low > 1n) {
    const times = high / low
    ;[low, high, one, other] = [high - times * low, low, other - times * one, one]
  }
  return modulo(one)
}

/** FIPS 186-5 section 6.4.1 on P-256, `r||s`. */
function ecdsa(key: KeyObject, hash: Uint8Array): Uint8Array {
  const secret = numberOf(fromBase64Url(String(key.export({ format: 'jwk' }).d)))
  for (;;) {
    const once = modulo(numberOf(randomBytes(40)))
    if (once === 0n) continue
    const point = createECDH('prime256v1')
    point.setPrivateKey(octets(once))
    const r = modulo(numberOf(point.getPublicKey().subarray(1, 33)))
    const s = modulo(inverse(once) * (numberOf(hash.subarray(0, 32)) + r * secret))
    if (r !== 0n && s !== 0n) return concatBytes(octets(r), octets(s))
  }
}

/** DigestInfo before a SHA-256 hash (RFC 8017 section 9.2, note 1). */
const sha256Info = fromHex('3031300d060960864801650304020105000420')

function rsa(key: KeyObject, hash: Uint8Array): Uint8Array {
  const info = concatBytes(sha256Info, hash)
  return new Uint8Array(privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info))
}

/** Signs a SHA-256 digest with a P-256 or RSA key in PKCS#8; ECDSA as `r||s`. */
export function signHash(pkcs8: Uint8Array, hash: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: pkcs8 as Buffer, format: 'der', type: 'pkcs8' })
  return key.asymmetricKeyType === 'ec' ? ecdsa(key, hash) : rsa(key, hash)
}

function derInteger(number: Uint8Array): Uint8Array {
  const first = number.findIndex((octet) => octet !== 0)
  const short = number.subarray(first)
  const body = (short[0] ?? 0) >= 0x80 ? concatBytes(new Uint8Array(1), short) : short
  return concatBytes(new Uint8Array([2, body.length]), body)
}

/** The ECDSA-Sig-Value of `r||s` on P-256 (RFC 3279 section 2.2.3). */
export function derSignature(raw: Uint8Array): Uint8Array {
  const body = concatBytes(derInteger(raw.subarray(0, 32)), derInteger(raw.subarray(32)))
  return concatBytes(new Uint8Array([0x30, body.length]), body)
}
