/** Writes certificates and revocation lists octet by octet, right and wrong ones, signed for real. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { concatBytes, utf8 } from '@tiemchung/core'
import type { KeyUsage } from './extension-values.js'
import { keyUsages } from './extension-values.js'
import { extensionOids } from './oids.js'

/** One element in DER, with the shortest length. */
export function tlv(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...parts)
  const { length } = content
  const long = length < 0x80 ? [] : length < 0x100 ? [0x81] : [0x82, length >> 8]
  return concatBytes(new Uint8Array([tag, ...long, length & 0xff]), content)
}

export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const arcs = [first * 40 + second, ...rest].flatMap((arc) => {
    const octets = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      octets.unshift((left % 128) + 128)
    }
    return octets
  })
  return tlv(0x06, new Uint8Array(arcs))
}

export const bytes = (...octets: readonly number[]): Uint8Array => new Uint8Array(octets)
export const integer = (...octets: readonly number[]): Uint8Array => tlv(0x02, bytes(...octets))
export const truth = tlv(0x01, bytes(0xff))
export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => tlv(0x30, ...parts)

/** A name of a country and a common name, each in the string type of this tag. */
export function nameOf(commonName: string, country = 'VN', tag = 0x0c): Uint8Array {
  const attribute = (type: string, text: string, kind: number) =>
    tlv(0x31, sequence(oid(type), tlv(kind, utf8(text))))
  if (commonName === '') return sequence()
  return sequence(attribute('2.5.4.6', country, 0x13), attribute('2.5.4.3', commonName, tag))
}

/** A time as certificates have it: two-digit years to 2049. */
export function timeOf(date: Date): Uint8Array {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '')
  const short = date.getUTCFullYear() < 2050
  return short ? tlv(0x17, utf8(digits.slice(2))) : tlv(0x18, utf8(digits))
}

/** An extension with its value in DER. */
export function extension(type: string, value: Uint8Array, critical = false): Uint8Array {
  return sequence(oid(type), ...(critical ? [truth] : []), tlv(0x04, value))
}

export function basicConstraints(ca: boolean, pathLength?: number): Uint8Array {
  const length = pathLength === undefined ? [] : [integer(pathLength)]
  return extension(
    extensionOids.basicConstraints,
    sequence(...(ca ? [truth] : []), ...length),
    true,
  )
}

export function keyUsage(...usages: readonly KeyUsage[]): Uint8Array {
  const bits = usages.reduce((all, usage) => all | (0x80 >> keyUsages.indexOf(usage)), 0)
  const unused = 31 - Math.clz32(bits & -bits)
  return extension(extensionOids.keyUsage, tlv(0x03, bytes(unused, bits)), true)
}

export function extendedKeyUsage(...usages: readonly string[]): Uint8Array {
  return extension(extensionOids.extendedKeyUsage, sequence(...usages.map(oid)))
}

export const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'))

/** A test key: its private half, and its SubjectPublicKeyInfo. */
export interface TestKey {
  readonly privateKey: KeyObject
  readonly spki: Uint8Array
}

export function testKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { privateKey, spki: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })) }
}

/** A test key of RSA with this modulus. */
export function testRsaKey(modulusLength: number): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength })
  return { privateKey, spki: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })) }
}

/** `SEQUENCE { tbs, algorithm, signature, trailer }`, signed by ECDSA or RSA with SHA-256 (or another hash). */
export function signed(
  tbs: Uint8Array,
  signer: TestKey,
  algorithm = ecdsaWithSha256,
  hash = 'sha256',
  trailer = bytes(),
): Uint8Array {
  const signature = new Uint8Array(sign(hash, tbs, signer.privateKey))
  return sequence(tbs, algorithm, tlv(0x03, bytes(0), signature), trailer)
}

/** The fields of a certificate; each has a sound default. */
export interface Fields {
  readonly version: Uint8Array
  readonly serial: Uint8Array
  readonly innerAlgorithm: Uint8Array
  readonly outerAlgorithm: Uint8Array
  readonly hash: string
  readonly issuer: Uint8Array
  readonly notBefore: Uint8Array
  readonly notAfter: Uint8Array
  readonly subject: Uint8Array
  readonly key: TestKey
  readonly extensions: readonly Uint8Array[]
  /** What follows the extensions in the signed part. */
  readonly trailer: Uint8Array
}

const version3 = tlv(0xa0, integer(2))

/** A certificate with these fields, signed by a key. */
export function forge(fields: Partial<Fields>, signer: TestKey): Uint8Array {
  const algorithm = fields.innerAlgorithm ?? ecdsaWithSha256
  const extensions = fields.extensions ?? []
  const tbs = sequence(
    fields.version ?? version3,
    fields.serial ?? integer(1),
    algorithm,
    fields.issuer ?? nameOf('TEST root'),
    sequence(
      fields.notBefore ?? timeOf(new Date('2022-01-01T00:00:00Z')),
      fields.notAfter ?? timeOf(new Date('2023-01-01T00:00:00Z')),
    ),
    fields.subject ?? nameOf('TEST leaf'),
    (fields.key ?? signer).spki,
    extensions.length === 0 ? bytes() : tlv(0xa3, sequence(...extensions)),
    fields.trailer ?? bytes(),
  )
  return signed(tbs, signer, fields.outerAlgorithm ?? algorithm, fields.hash)
}

/** The fields of a revocation list. */
export interface CrlFields {
  readonly version: Uint8Array
  readonly issuer: Uint8Array
  readonly thisUpdate: Uint8Array
  readonly nextUpdate: Uint8Array
  readonly entries: readonly Uint8Array[]
  readonly extensions: readonly Uint8Array[]
  readonly innerAlgorithm: Uint8Array
  readonly outerAlgorithm: Uint8Array
  readonly hash: string
}

export const crlNumber = extension(extensionOids.crlNumber, integer(7))

export function crlEntry(serial: Uint8Array, ...extensions: readonly Uint8Array[]): Uint8Array {
  const revoked = timeOf(new Date('2022-03-01T00:00:00Z'))
  return sequence(serial, revoked, extensions.length === 0 ? bytes() : sequence(...extensions))
}

/** A revocation list with these fields, signed by a key. */
export function forgeCrl(fields: Partial<CrlFields>, signer: TestKey): Uint8Array {
  const entries = fields.entries ?? []
  const extensions = fields.extensions ?? [crlNumber]
  const tbs = sequence(
    fields.version ?? integer(1),
    fields.innerAlgorithm ?? ecdsaWithSha256,
    fields.issuer ?? nameOf('TEST root'),
    fields.thisUpdate ?? timeOf(new Date('2022-06-01T00:00:00Z')),
    fields.nextUpdate ?? timeOf(new Date('2022-07-01T00:00:00Z')),
    entries.length === 0 ? bytes() : sequence(...entries),
    extensions.length === 0 ? bytes() : tlv(0xa0, sequence(...extensions)),
  )
  return signed(tbs, signer, fields.outerAlgorithm ?? fields.innerAlgorithm, fields.hash)
}
