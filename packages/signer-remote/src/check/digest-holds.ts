/** Whether a signature over a digest holds, when the data itself is not at hand. */
import { concatBytes, equalBytes, fromHex, toHex } from '@tiemchung/core'
import type { PublicKey } from '@tiemchung/core/crypto'
import { algorithmFacts, type RemoteAlgorithm, type RemoteHash } from './algorithm.js'
import { ecdsaHolds } from './curves.js'

const numberOf = (bytes: Uint8Array): bigint =>
  bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`)

/** DigestInfo before each hash (RFC 8017 section 9.2, note 1). */
const infos: Readonly<Record<RemoteHash, Uint8Array>> = {
  'SHA-256': fromHex('3031300d060960864801650304020105000420'),
  'SHA-384': fromHex('3041300d060960864801650304020205000430'),
  'SHA-512': fromHex('3051300d060960864801650304020305000440'),
}

/** The content of a DER element at an offset, and where the next begins. The key was imported: it is sound. */
function element(der: Uint8Array, at: number): { readonly start: number; readonly end: number } {
  const first = der[at + 1] ?? 0
  const extra = first < 0x80 ? 0 : first - 0x80
  const length = extra === 0 ? first : Number(numberOf(der.subarray(at + 2, at + 2 + extra)))
  const start = at + 2 + extra
  return { start, end: start + length }
}

/** Modulus and exponent of a SubjectPublicKeyInfo of an RSA key. */
function rsaNumbers(spki: Uint8Array): readonly [modulus: bigint, exponent: bigint] {
  const algorithm = element(spki, element(spki, 0).start)
  const bits = element(spki, algorithm.end)
  // One octet tells how many bits are unused: none.
  const modulus = element(spki, element(spki, bits.start + 1).start)
  const exponent = element(spki, modulus.end)
  return [
    numberOf(spki.subarray(modulus.start, modulus.end)),
    numberOf(spki.subarray(exponent.start, exponent.end)),
  ]
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square, left] = [1n, base % modulus, exponent]
  while (left > 0n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus
    square = (square * square) % modulus
    left >>= 1n
  }
  return result
}

/** RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2.2): what the signature opens to is compared whole. */
function rsaHolds(
  spki: Uint8Array,
  signature: Uint8Array,
  digest: Uint8Array,
  hash: RemoteHash,
): boolean {
  const [modulus, exponent] = rsaNumbers(spki)
  const size = Math.ceil(modulus.toString(2).length / 8)
  const number = numberOf(signature)
  if (signature.length !== size || number >= modulus) return false
  const opened = fromHex(
    power(number, exponent, modulus)
      .toString(16)
      .padStart(size * 2, '0'),
  )
  const info = concatBytes(infos[hash], digest)
  const filler = new Uint8Array(size - info.length - 3).fill(0xff)
  return equalBytes(opened, concatBytes(fromHex('0001'), filler, fromHex('00'), info))
}

/** Whether a signature, for ECDSA `r||s`, is one over a digest by a key. */
export function digestHolds(
  algorithm: RemoteAlgorithm,
  { kind, spki }: Pick<PublicKey, 'kind' | 'spki'>,
  signature: Uint8Array,
  digest: Uint8Array,
): boolean {
  const { hash, hashLength } = algorithmFacts(algorithm)
  if (digest.length !== hashLength) return false
  if (kind.type === 'rsa') return rsaHolds(spki, signature, digest, hash)
  if (kind.type !== 'ec') return false
  const size = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }[kind.curve]
  if (signature.length !== 2 * size) return false
  const point = spki.subarray(-2 * size)
  const pair = (bytes: Uint8Array) =>
    [numberOf(bytes.subarray(0, size)), numberOf(bytes.subarray(size))] as const
  const value = { value: numberOf(digest), bits: 8 * digest.length }
  return ecdsaHolds(kind.curve, pair(point), pair(signature), value)
}
