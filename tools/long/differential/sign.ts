/**
 * Signatures that come out the same each time: ECDSA with a nonce and PSS with a salt that follow from key and
 * content. Only for TEST keys: what it takes to keep a nonce secret is not done here.
 */
import {
  constants,
  createECDH,
  createHash,
  createHmac,
  type KeyObject,
  privateEncrypt,
  sign,
} from 'node:crypto'
import { bytes, integer, oid, sequence, tlv } from './der.js'
import { type KeyName, keyOf } from './keys.js'

type Hash = 'sha1' | 'sha256' | 'sha384' | 'sha512'

/** How a certificate is signed. */
export type Algorithm = `ecdsa-${Hash}` | `rsa-${Hash}` | `pss-${Hash}` | 'ed25519'

const absent = tlv(0x05)
const hashIdentifiers: Readonly<Record<Exclude<Hash, 'sha1'>, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
}
const hashSizes: Readonly<Record<Hash, number>> = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 }

/** The parameters of PSS with one hash for message and mask (RFC 4055 section 3.1). */
export function pssIdentifier(hash: Exclude<Hash, 'sha1'>, saltLength: number): Uint8Array {
  const digest = sequence(oid(hashIdentifiers[hash]), absent)
  return sequence(
    oid('1.2.840.113549.1.1.10'),
    sequence(
      tlv(0xa0, digest),
      tlv(0xa1, sequence(oid('1.2.840.113549.1.1.8'), digest)),
      tlv(0xa2, integer(saltLength)),
    ),
  )
}

const rsa = (last: number) => sequence(oid(`1.2.840.113549.1.1.${last}`), absent)
const ecdsa = (last: string) => sequence(oid(`1.2.840.10045.4.${last}`))

/** The AlgorithmIdentifier of each. */
export const identifiers: Readonly<Record<Algorithm, Uint8Array>> = {
  'ecdsa-sha1': ecdsa('1'),
  'ecdsa-sha256': ecdsa('3.2'),
  'ecdsa-sha384': ecdsa('3.3'),
  'ecdsa-sha512': ecdsa('3.4'),
  'rsa-sha1': rsa(5),
  'rsa-sha256': rsa(11),
  'rsa-sha384': rsa(12),
  'rsa-sha512': rsa(13),
  'pss-sha1': sequence(oid('1.2.840.113549.1.1.10'), sequence()),
  'pss-sha256': pssIdentifier('sha256', 32),
  'pss-sha384': pssIdentifier('sha384', 48),
  'pss-sha512': pssIdentifier('sha512', 64),
  ed25519: sequence(oid('1.3.101.112')),
}

/** Name of the curve in JWK to its name for ECDH, and its order. */
const curves: Readonly<Record<string, readonly [name: string, order: bigint]>> = {
  'P-256': ['prime256v1', 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n],
  'P-384': [
    'secp384r1',
    0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  ],
  'P-521': [
    'secp521r1',
    0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  ],
}

const numberOf = (octets: Uint8Array): bigint => BigInt(`0x${Buffer.from(octets).toString('hex')}`)

const octetsOf = (value: bigint, size: number): Buffer =>
  Buffer.from(value.toString(16).padStart(size * 2, '0'), 'hex')

/** The inverse of a number to a prime, by Euclid. */
function inverse(value: bigint, prime: bigint): bigint {
  let [left, right] = [prime, value % prime]
  let [from, to] = [0n, 1n]
  while (right !== 0n) {
    const quotient = left / right
    ;[left, right] = [right, left - quotient * right]
    ;[from, to] = [to, from - quotient * to]
  }
  return ((from % prime) + prime) % prime
}

/** An INTEGER in its shortest form. */
export function unsigned(value: bigint): Uint8Array {
  const text = value.toString(16)
  const octets = Buffer.from(text.length % 2 === 0 ? text : `0${text}`, 'hex')
  return integer(...((octets[0] ?? 0) >= 0x80 ? [0] : []), ...octets)
}

function ecdsaSign(key: KeyObject, hash: Hash, content: Uint8Array): Uint8Array {
  const { crv = '', d = '' } = key.export({ format: 'jwk' })
  const [name, order] = curves[crv] ?? ['', 0n]
  const size = Math.ceil(order.toString(2).length / 8)
  const secret = Buffer.from(d, 'base64url')
  const wide = [0, 1].map((round) =>
    createHmac('sha512', secret).update(bytes(round)).update(content).digest(),
  )
  const nonce = (numberOf(Buffer.concat(wide)) % (order - 1n)) + 1n
  const ecdh = createECDH(name)
  ecdh.setPrivateKey(octetsOf(nonce, size))
  const point = ecdh.getPublicKey().subarray(1, 1 + size)
  const digest = createHash(hash).update(content).digest()
  const excess = Math.max(0, digest.length * 8 - order.toString(2).length)
  const message = numberOf(digest) >> BigInt(excess)
  const r = numberOf(point) % order
  const s = (inverse(nonce, order) * (message + r * numberOf(secret))) % order
  return sequence(unsigned(r), unsigned(s))
}

function mask(seed: Uint8Array, hash: Hash, length: number): Buffer {
  const rounds = Array.from({ length: Math.ceil(length / hashSizes[hash]) }, (_, round) =>
    createHash(hash)
      .update(seed)
      .update(bytes(0, 0, 0, round))
      .digest(),
  )
  return Buffer.concat(rounds).subarray(0, length)
}

/** EMSA-PSS (RFC 8017 section 9.1.1) for a modulus of whole octets, with a salt of this length. */
export function pssSign(
  name: KeyName,
  hash: Hash,
  content: Uint8Array,
  saltLength = hashSizes[hash],
): Uint8Array {
  const key = keyOf(name).privateKey
  const size = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8
  const message = createHash(hash).update(content).digest()
  const salt = createHash('sha512').update(message).digest().subarray(0, saltLength)
  const inner = createHash(hash).update(new Uint8Array(8)).update(message).update(salt).digest()
  const length = size - inner.length - 1
  const block = Buffer.concat([new Uint8Array(length - salt.length - 1), bytes(1), salt])
  const cover = mask(inner, hash, length)
  const covered = block.map((octet, index) => octet ^ (cover[index] ?? 0))
  covered[0] = (covered[0] ?? 0) & 0x7f
  const padded = Buffer.concat([covered, inner, bytes(0xbc)])
  return new Uint8Array(privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, padded))
}

/** Signs; the same key, algorithm and content give the same octets. */
export function signatureOf(name: KeyName, algorithm: Algorithm, content: Uint8Array): Uint8Array {
  const { privateKey } = keyOf(name)
  if (algorithm === 'ed25519') return new Uint8Array(sign(undefined, content, privateKey))
  const [scheme, hash] = algorithm.split('-') as ['ecdsa' | 'rsa' | 'pss', Hash]
  if (scheme === 'ecdsa') return ecdsaSign(privateKey, hash, content)
  if (scheme === 'pss') return pssSign(name, hash, content)
  return new Uint8Array(sign(hash, content, privateKey))
}

/** What a key may sign with. */
export function algorithmsOf(name: KeyName): readonly Algorithm[] {
  if (name.startsWith('Ed')) return ['ed25519']
  if (!name.startsWith('RSA')) return ['ecdsa-sha256', 'ecdsa-sha384', 'ecdsa-sha512']
  const strong = ['sha256', 'sha384', 'sha512'] as const
  return strong.flatMap((hash) => [`rsa-${hash}`, `pss-${hash}`] as const)
}

/** SHA-1 in the scheme of a key; Ed25519 has none. */
export const weakAlgorithmOf = (name: KeyName): Algorithm =>
  name.startsWith('RSA') ? 'rsa-sha1' : 'ecdsa-sha1'
